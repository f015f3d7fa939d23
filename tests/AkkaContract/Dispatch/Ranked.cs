namespace Akka.Flink.AkkaContract.Tests.Dispatch;

/// <summary>A message with a rank; the lower goes first.</summary>
public sealed record Ranked(int Rank, int Number);
