namespace Akka.Flink.Chaos.Programs;

/// <summary>What is known of a period so far.</summary>
/// <param name="Bookings">How many bookings there were.</param>
/// <param name="Sum">What they add up to.</param>
public sealed record Turnover(long Bookings, long Sum);
