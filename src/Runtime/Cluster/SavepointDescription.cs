namespace Akka.Flink.Runtime;

/// <summary>A savepoint that was asked for.</summary>
/// <param name="Path">Its directory.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Reason">Why it failed, or null.</param>
/// <param name="At">Since when it has been like that.</param>
/// <param name="Bytes">How large it is; 0 until it is complete.</param>
internal sealed record SavepointDescription(string Path, SavepointStatus Status, string? Reason, DateTimeOffset At, long Bytes);
