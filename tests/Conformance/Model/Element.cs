namespace Akka.Flink.Conformance.Tests;

/// <summary>One element of output, expected or seen.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Content">A record's canonical JSON, a watermark's or call's number, an error's kind.</param>
/// <param name="Timestamp">A record's timestamp; null when it has none.</param>
/// <param name="Tag">The side output; null for the main one.</param>
internal sealed record Element(ElementKind Kind, string Content = "", long? Timestamp = null, string? Tag = null)
{
    private const string Invocations = "(calls)";

    /// <summary>Elements of one channel are compared in order; those of different channels are not compared in time.</summary>
    public string Channel => Kind == ElementKind.Invoke ? Invocations : Tag is null ? "" : $"side output '{Tag}'";

    /// <summary>Whether the order within a channel is left open.</summary>
    public static bool IsUnordered(string channel) => channel == Invocations;

    public override string ToString() => Kind switch
    {
        ElementKind.Record => (Tag is null ? "" : Tag + ": ") + Content + (Timestamp is { } at ? " @" + at : ""),
        ElementKind.Idle => "idle",
        ElementKind.Active => "active",
        _ => $"{Kind.ToString().ToLowerInvariant()} {Content}",
    };
}
