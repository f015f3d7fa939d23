namespace Akka.Flink.AkkaContract.Tests.Delivery;

/// <summary>The message with a number, the next for each one that its sender tells.</summary>
public sealed record Numbered(int Sender, int Number);
