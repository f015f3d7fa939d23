namespace Akka.Flink.Operators.Tests.Windowing;

/// <summary>What an operator under test put out: a record, of the main output (no tag) or a side output, or a watermark (no
/// value).</summary>
internal sealed record Collected(string? Tag, object? Value, long TimestampMs);
