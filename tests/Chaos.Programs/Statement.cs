namespace Akka.Flink.Chaos.Programs;

/// <summary>What an account did within a period of event time.</summary>
/// <param name="Account">The account.</param>
/// <param name="Period">The beginning of the period, in milliseconds since the epoch.</param>
/// <param name="Bookings">How many bookings there were.</param>
/// <param name="Turnover">What they add up to.</param>
/// <param name="Open">How many other periods of the account are still in state.</param>
public sealed record Statement(long Account, long Period, long Bookings, long Turnover, long Open);
