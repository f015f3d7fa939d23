namespace Akka.Flink.AkkaContract.Tests.Clusters.Support;

using Akka.Actor;

/// <summary>Hands what it gets to the test.</summary>
public sealed class Relay : UntypedActor
{
    private readonly Action<object> _receive;

    public Relay(Action<object> receive) => _receive = receive;

    protected override void OnReceive(object message) => _receive(message);
}
