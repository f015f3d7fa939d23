namespace Akka.Flink.Architecture.Tests.Rules.Layers;

/// <summary>The projects of the product and which way their references may point.</summary>
/// <remarks>
/// <c>State &lt;- Operators &lt;- {Cep, Sql, Connectors}</c>, <c>Cep &lt;- Sql</c>,
/// <c>Runtime</c> and <c>Testing</c> above, <c>Host</c> over all.
/// </remarks>
internal static class Layer
{
    public const string Formats = "Connectors/Formats";

    private const string Root = "Akka.Flink.";

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["State"] = [],
        ["Operators"] = ["State"],
        ["Cep"] = ["State", "Operators"],
        ["Sql"] = ["State", "Operators", "Cep"],
        ["Connectors"] = ["State", "Operators", Formats],
        ["Runtime"] = ["State", "Operators"],
        ["Testing"] = ["State", "Operators", "Runtime"],
        ["Host"] = ["State", "Operators", "Cep", "Sql", "Connectors", "Runtime", "Testing"],
    };

    private static readonly string[] MayUseAkka = ["Runtime", "Testing", "Host", "Connectors/AkkaStreams"];

    /// <summary>The layer of a file: <c>State</c>, or <c>Connectors/Kafka</c>; null outside <c>src</c>.</summary>
    public static string? OfFile(string path) => path.Split('/') switch
    {
        ["src", "Connectors", var connector, _, ..] => $"Connectors/{connector}",
        ["src", var project, _, ..] => project,
        _ => null,
    };

    /// <summary>The layer that a full name belongs to; null for names that are not the product's.</summary>
    public static string? OfName(string name) => name.Split('.') switch
    {
        ["Akka", "Flink", "Formats", ..] => Formats,
        ["Akka", "Flink", "Connectors", var connector, ..] => $"Connectors/{connector}",
        ["Akka", "Flink", var project, ..] => project,
        _ => null,
    };

    /// <summary>Whether a full name is Akka's own, not ours.</summary>
    public static bool IsAkka(string name) =>
        name.StartsWith("Akka.", StringComparison.Ordinal) && !(name + ".").StartsWith(Root, StringComparison.Ordinal);

    public static bool Allows(string from, string to) => from == to
        || !MayUse.TryGetValue(from.Split('/')[0], out var allowed)
        || !MayUse.ContainsKey(to.Split('/')[0])
        || allowed.Contains(to)
        || !from.StartsWith("Connectors", StringComparison.Ordinal) && allowed.Contains(to.Split('/')[0]);

    public static bool AllowsAkka(string layer) => MayUseAkka.Contains(layer);

    public static string Describe(string layer) => MayUse.TryGetValue(layer.Split('/')[0], out var allowed) && allowed.Length > 0
        ? $"{layer} may use {string.Join(", ", allowed)}."
        : $"{layer} may use no other project.";
}
