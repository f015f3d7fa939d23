namespace Akka.Flink.Cluster.Programs;

/// <summary>A row of the ledger.</summary>
/// <param name="Number">The number that was booked.</param>
/// <param name="Account">To which account.</param>
/// <param name="Count">How many bookings the account has, this one included.</param>
public sealed record Booking(long Number, long Account, long Count);
