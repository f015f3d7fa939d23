namespace Akka.Flink.AkkaContract.Tests.Dispatch;

using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

/// <summary>Hands out ranked messages by rank, those of one rank as they came.</summary>
public sealed class StableByNumber(Settings settings, Config config) : UnboundedStablePriorityMailbox(settings, config)
{
    protected override int PriorityGenerator(object message) => message is Ranked ranked ? ranked.Rank : -1;
}
