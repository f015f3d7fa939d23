namespace Akka.Flink.Operators;

/// <summary>How sources wait for each other.</summary>
/// <param name="Group">Which ones do: those of a job with the same group.</param>
/// <param name="MaxDriftMs">How far a watermark may be ahead of the smallest one of the group.</param>
/// <param name="UpdateInterval">How often watermarks are compared.</param>
internal sealed record WatermarkAlignment(string Group, long MaxDriftMs, TimeSpan UpdateInterval);
