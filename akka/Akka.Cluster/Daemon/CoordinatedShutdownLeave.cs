namespace Akka.Cluster;

using Akka.Actor;
using static Akka.Cluster.ClusterEvent;
using static Akka.Cluster.InternalClusterAction;

/// <summary>Makes this node leave, and answers when that is known.</summary>
internal sealed class CoordinatedShutdownLeave : ReceiveActor
{
    private readonly Cluster _cluster;

    public CoordinatedShutdownLeave(Cluster cluster)
    {
        _cluster = cluster;
        Receive<LeaveRequest>(_ =>
        {
            var requester = Sender;
            Become(() => Leaving(requester));
            // Without it, a node that has not joined would wait for an event that does not come.
            _cluster.Subscribe(Self, typeof(MemberLeft), typeof(MemberDowned), typeof(MemberRemoved));
        });
    }

    public static Props Props(Cluster cluster) => Akka.Actor.Props.Create(() => new CoordinatedShutdownLeave(cluster));

    protected override void PostStop() => _cluster.Unsubscribe(Self);

    private void Leaving(IActorRef requester)
    {
        Receive<CurrentClusterState>(state =>
        {
            var self = state.Members.FirstOrDefault(member => member.UniqueAddress == _cluster.SelfUniqueAddress);
            if (self is null || self.Status is MemberStatus.Leaving or MemberStatus.Exiting or MemberStatus.Down)
                Finish(requester);
            else
                _cluster.Leave(_cluster.SelfAddress);
        });
        Receive<IMemberEvent>(change =>
        {
            if (change.Member.UniqueAddress == _cluster.SelfUniqueAddress)
                Finish(requester);
        });
    }

    private void Finish(IActorRef requester)
    {
        requester.Tell(Done.Instance);
        Context.Stop(Self);
    }
}
