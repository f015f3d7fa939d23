namespace Akka.Flink.AkkaContract.Tests.Dispatch;

using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

/// <summary>Hands out numbers in their order.</summary>
public sealed class ByNumber(Settings settings, Config config) : UnboundedPriorityMailbox(settings, config)
{
    protected override int PriorityGenerator(object message) => message is int number ? number : -1;
}
