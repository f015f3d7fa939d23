namespace Akka.Flink.Chaos.Programs;

/// <summary>An entry that was booked to its account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Number">Which of the account's bookings it is, from 1.</param>
/// <param name="Transfer">The transfer.</param>
/// <param name="Amount">What the balance changed by.</param>
/// <param name="Balance">The balance then.</param>
public sealed record Booking(long Account, long Number, long Transfer, long Amount, long Balance);
