namespace Akka.Flink.Runtime;

/// <summary>Every way in which configuration is refused, in one place.</summary>
/// <remarks>Key and value, where it was set, what is accepted.</remarks>
internal static class SettingsErrors
{
    public static string WrongValue(string key, Setting setting, string accepted) =>
        $"'akka.flink.{key}' is '{Secrets.Mask(key, setting.Value)}' ({setting.Source}). Set it to {accepted}.";

    public static string Contradiction(string key, Setting setting, string otherKey, Setting other, string rule) =>
        $"'akka.flink.{key}' is '{Secrets.Mask(key, setting.Value)}' ({setting.Source}) and 'akka.flink.{otherKey}' is " +
        $"'{Secrets.Mask(otherKey, other.Value)}' ({other.Source}). {rule}";

    public static string UnknownKey(string key, string source, string nearest) =>
        $"There is no key 'akka.flink.{key}' ({source}). Did you mean 'akka.flink.{nearest}'? All keys are in docs/configuration.md.";

    public static string SectionIsNoValue(string key, string source, string example) =>
        $"'akka.flink.{key}' is a section and was given a value ({source}). Set a key of it, such as 'akka.flink.{example}'.";

    public static SettingsException NoFile(string file) => new(
        $"The configuration file '{file}' is not there. Correct the path behind -c; it is relative to the working folder.");

    public static SettingsException Unreadable(string file, Exception cause) => new(
        $"The configuration file '{file}' cannot be read: {cause.Message}");

    public static SettingsException NoAssignment(string text) => new(
        $"'-D {text}' has no value. Write -D key=value, such as -D execution.checkpointing.interval=1s.");

    public static ArgumentException NoCandidates(string name, string parameter) => new(
        $"There is no name that '{name}' could be near to. Ask only where there are names to choose from.", parameter);

    public static SettingsException All(IReadOnlyCollection<string> violations) => new(string.Join(Environment.NewLine, violations));
}
