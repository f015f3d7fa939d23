namespace Akka.Cluster;

using Akka.Actor;
using Akka.Event;
using static Akka.Cluster.ClusterEvent;
using static Akka.Cluster.InternalClusterAction;

/// <summary>Publishes what changes of the membership to those who subscribed.</summary>
internal sealed class ClusterEventPublisher : ReceiveActor
{
    private readonly Cluster _cluster;
    private readonly EventStream _subscribers = new(false);
    private MembershipState _state;

    public ClusterEventPublisher(Cluster cluster)
    {
        _cluster = cluster;
        _state = Nothing;
        Receive<PublishChanges>(change => Publish(change.State));
        Receive<SendCurrentClusterState>(request => request.Receiver.Tell(_state.ToClusterState()));
        Receive<Subscribe>(Add);
        Receive<Unsubscribe>(Remove);
        Receive<Terminated>(terminated =>
        {
            // Not as an expression: its result says whether there was anything to remove, and would be taken for whether this was handled.
            _subscribers.Unsubscribe(terminated.ActorRef);
        });
    }

    private MembershipState Nothing => new(Gossip.Empty, _cluster.SelfUniqueAddress);

    public static Props Props(Cluster cluster) => Akka.Actor.Props.Create(() => new ClusterEventPublisher(cluster));

    /// <summary>A failure must not make subscribers see all members removed and come up again.</summary>
    protected override void PreRestart(Exception reason, object message)
    {
    }

    protected override void PostStop()
    {
        _subscribers.Publish(ClusterShuttingDown.Instance);
        Publish(Nothing);
    }

    private void Publish(MembershipState next)
    {
        var before = _state;
        _state = next;
        // Before the events: who gets one finds the cluster at least as far.
        _cluster.UpdateState(next);
        foreach (var change in MembershipDiff.Of(before, next))
            _subscribers.Publish(change);
    }

    private void Add(Subscribe request)
    {
        if (request.InitialStateMode == SubscriptionInitialStateMode.InitialStateAsEvents)
        {
            foreach (var change in MembershipDiff.Of(Nothing, _state))
                TellIfWanted(request, change);
        }
        else
        {
            request.Subscriber.Tell(_state.ToClusterState());
        }

        foreach (var type in request.To)
            _subscribers.Subscribe(request.Subscriber, type);
        Context.Watch(request.Subscriber);
    }

    private static void TellIfWanted(Subscribe request, IClusterDomainEvent change)
    {
        if (request.To.Any(type => type.IsInstanceOfType(change)))
            request.Subscriber.Tell(change);
    }

    private void Remove(Unsubscribe request)
    {
        if (request.To is null)
            _subscribers.Unsubscribe(request.Subscriber);
        else
            _subscribers.Unsubscribe(request.Subscriber, request.To);
    }
}
