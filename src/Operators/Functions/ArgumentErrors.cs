namespace Akka.Flink.Operators;

/// <summary>Every way in which a program's arguments are refused, in one place.</summary>
internal static class ArgumentErrors
{
    public static JobException NoName(string value) => new(ErrorDomain.Definition,
        $"The argument '{value}' has no name in front of it. Write --name value, with the program's arguments behind '--'.");

    public static JobException Missing(string name) => new(ErrorDomain.Definition,
        $"The argument '--{name}' is missing or has no value. Add '--{name} VALUE'.");

    public static JobException NoNumber(string name, string value) => new(ErrorDomain.Definition,
        $"The argument '--{name}' is '{value}', which is not a whole number. Write it in digits.");

    public static JobException Unknown(string name, IEnumerable<string> known) => new(ErrorDomain.Definition,
        $"The program has no argument '--{name}'. It has {string.Join(", ", known.Select(each => $"'--{each}'"))}.");
}
