namespace Akka.Flink.AkkaContract.Crash;

using Akka.Actor;

/// <summary>Sends back what it gets.</summary>
internal sealed class Echo : UntypedActor
{
    protected override void OnReceive(object message) => Sender.Tell(message);
}
