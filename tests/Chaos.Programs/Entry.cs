namespace Akka.Flink.Chaos.Programs;

/// <summary>One side of a transfer.</summary>
/// <param name="Transfer">The transfer.</param>
/// <param name="Account">Whose side it is.</param>
/// <param name="Amount">What the balance changes by: below 0 for a debit.</param>
public sealed record Entry(long Transfer, long Account, long Amount);
