namespace Akka.Flink.Jobs.Latency;

/// <summary>An event that is due at a time.</summary>
/// <param name="Key">0 to K - 1.</param>
/// <param name="Value">0 to 255.</param>
/// <param name="DueUs">When it is due, by <see cref="Measuring.WallClock"/>; 0 for one that is made as fast as it can be.</param>
internal readonly record struct PacedEvent(long Key, long Value, long DueUs);
