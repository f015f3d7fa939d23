namespace Akka.Flink.AkkaContract.Tests.Dispatch;

using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

/// <summary>A message with a rank; the lower goes first.</summary>
public sealed record Ranked(int Rank, int Number);

/// <summary>Hands out numbers in their order.</summary>
public sealed class ByNumber(Settings settings, Config config) : UnboundedPriorityMailbox(settings, config)
{
    protected override int PriorityGenerator(object message) => message is int number ? number : -1;
}

/// <summary>Hands out ranked messages by rank, those of one rank as they came.</summary>
public sealed class StableByNumber(Settings settings, Config config) : UnboundedStablePriorityMailbox(settings, config)
{
    protected override int PriorityGenerator(object message) => message is Ranked ranked ? ranked.Rank : -1;
}
