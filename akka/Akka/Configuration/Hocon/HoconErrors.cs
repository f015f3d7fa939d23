namespace Akka.Configuration.Hocon;

using System.Reflection;

/// <summary>Every way in which reading a configuration fails: what was found, where it stands, and what would be accepted.</summary>
internal static class HoconErrors
{
    public static ConfigurationException Syntax(int line, int column, string expected, string found, string advice) =>
        new($"HOCON syntax error in line {line}, column {column}: {expected} was expected, but {found} was found. {advice}");

    public static ConfigurationException TooDeep(int maxDepth, HoconOrigin origin) => new(
        $"The HOCON text nests more than {maxDepth} objects and arrays in line {origin.Line}, column {origin.Column}. Flatten it.");

    public static ConfigurationException Mixed(HoconOrigin origin) => new(
        $"HOCON syntax error in line {origin.Line}, column {origin.Column}: " +
        $"the value of '{origin.Key}' joins text, arrays or objects with one another; only pieces of one kind join. " +
        "Separate two elements with a comma, or start the next key on a new line.");

    public static ConfigurationException AppendedToNoArray(HoconOrigin origin) => new(
        $"HOCON syntax error in line {origin.Line}, column {origin.Column}: " +
        $"+= appends to an array, but '{origin.Key}' already holds something else. Make it an array before, or assign with '='.");

    public static ConfigurationException NoIncludeCallback(string name, HoconOrigin origin) => new(
        $"The HOCON text includes \"{name}\" in line {origin.Line}, column {origin.Column}, but nothing was given that can load it. " +
        "Parse the text with ConfigurationFactory.ParseString(hocon, includeCallback), or remove the include.");

    public static ConfigurationException NothingIncluded(string name, HoconOrigin origin) => new(
        $"The HOCON text includes \"{name}\" in line {origin.Line}, column {origin.Column}, " +
        "for which the include callback returned no object. " +
        "Let the callback return the root of a parsed text, or throw an exception that says why it cannot.");

    public static ConfigurationException Unresolved(string path, HoconOrigin origin) => new(
        $"The substitution ${{{path}}} of '{origin.Key}' in line {origin.Line}, column {origin.Column} is unresolved: " +
        $"the text has no key '{path}', and there is no environment variable of that name. " +
        "Set the key in the same text: fallbacks are not looked at.");

    public static ConfigurationException Cycle(string path, HoconOrigin origin) => new(
        $"The substitution ${{{path}}} of '{origin.Key}' in line {origin.Line}, column {origin.Column} leads back to itself. " +
        "Let one of the keys on the way hold a value of its own.");

    public static ConfigurationException Unreadable(HoconValue value, string accepted)
    {
        var text = value.GetString();
        var found = text is null ? Kind(value) : $"'{text}'";
        var name = value.Path is null ? "The value" : $"'{value.Path}'";
        return new ConfigurationException($"{name} is {found}. Set it to {accepted}.");
    }

    public static ConfigurationException NoList(string path) => new(
        $"The configuration has no list '{path}'. Set it to a list like [1, 2], or ask HasPath first if it may be absent.");

    public static ConfigurationException NoResource(string name, Assembly assembly) => new(
        $"The assembly {assembly.GetName().Name} has no resource '{name}'. " +
        $"It has: {string.Join(", ", assembly.GetManifestResourceNames())}. Embed the file, or correct the name.");

    public static InvalidOperationException NoRoot(string path) => new(
        $"The configuration that was asked for '{path}' has no root. " +
        "Take Config.Empty or ConfigurationFactory.ParseString instead of new Config().");

    public static InvalidOperationException NotText(string kind) => new(
        $"This HOCON element is {kind} and has no text. Ask IsString first.");

    public static InvalidOperationException NotAnArray(string kind) => new(
        $"This HOCON element is {kind} and no array. Ask IsArray first.");

    private static string Kind(HoconValue value)
    {
        if (value.IsObject())
            return "an object";
        if (value.IsArray())
            return "an array";

        return value.IsString() ? "null" : "empty";
    }
}
