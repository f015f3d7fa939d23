namespace Akka.Flink.AkkaContract.Tests.Clusters.Support;

using Akka.Actor;

/// <summary>Watches an actor, and tells the test of its end.</summary>
public sealed class Watcher : UntypedActor
{
    private readonly Action _ended;

    public Watcher(IActorRef watched, Action ended)
    {
        _ended = ended;
        Context.Watch(watched);
    }

    protected override void OnReceive(object message)
    {
        if (message is Terminated)
            _ended();
    }
}
