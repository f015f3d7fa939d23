namespace Akka.Flink.Chaos.Programs;

/// <summary>Money that goes from one account to another.</summary>
/// <param name="Id">Its number, from 0; below 0 it only tells the time.</param>
/// <param name="From">Whose balance gets smaller.</param>
/// <param name="To">Whose balance gets larger.</param>
/// <param name="Amount">By how much.</param>
/// <param name="At">When, in milliseconds since the epoch.</param>
public sealed record Transfer(long Id, long From, long To, long Amount, long At);
