namespace Akka.Cluster;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;

/// <summary>What the daemons of the members say to each other, and the parts of one to each other.</summary>
internal static class InternalClusterAction
{
    /// <summary>Make <paramref name="Node"/> a member.</summary>
    public sealed record Join(UniqueAddress Node, ImmutableHashSet<string> Roles) : IClusterMessage;

    /// <summary>The answer to <see cref="Join"/>: what there is to know.</summary>
    public sealed record Welcome(UniqueAddress From, Gossip Gossip) : IClusterMessage;

    /// <summary>Is there a cluster? Asked of seed nodes.</summary>
    public sealed record InitJoin : IClusterMessage, IDeadLetterSuppression;

    /// <summary>There is one: join it at <paramref name="Address"/>.</summary>
    public sealed record InitJoinAck(Address Address) : IClusterMessage, IDeadLetterSuppression;

    /// <summary>Not here, not yet.</summary>
    public sealed record InitJoinNack(Address Address) : IClusterMessage, IDeadLetterSuppression;

    /// <summary>A member that leaves is done and may be removed.</summary>
    public sealed record ExitingConfirmed(UniqueAddress Address) : IClusterMessage, IDeadLetterSuppression;

    /// <summary>A member is to leave of its own will.</summary>
    public sealed record Leave(Address Address) : IClusterMessage;

    /// <summary>The others are to go on without a member.</summary>
    public sealed record Down(Address Address) : IClusterMessage;

    /// <summary>Join the cluster of which <paramref name="Address"/> is a member.</summary>
    public sealed record JoinTo(Address Address);

    /// <summary>Join the first of these that is in a cluster; or begin one.</summary>
    public sealed record JoinSeedNodes(ImmutableList<Address> SeedNodes);

    public sealed record PublishChanges(MembershipState State);

    /// <summary>What the publisher of events is told, whoever receives it.</summary>
    public interface ISubscription;

    public sealed record Subscribe(
        IActorRef Subscriber,
        ClusterEvent.SubscriptionInitialStateMode InitialStateMode,
        ImmutableHashSet<Type> To) : ISubscription;

    public sealed record Unsubscribe(IActorRef Subscriber, Type To) : ISubscription;

    public sealed record SendCurrentClusterState(IActorRef Receiver) : ISubscription;

    /// <summary>Leave, and say when the others know of it.</summary>
    public sealed record LeaveRequest
    {
        public static readonly LeaveRequest Instance = new();
    }

    /// <summary>All is handed over: say farewell and stop.</summary>
    public sealed record ExitingCompletedRequest
    {
        public static readonly ExitingCompletedRequest Instance = new();
    }

    /// <summary>Something done periodically.</summary>
    public enum Tick
    {
        Gossip,
        GossipSpeedup,
        ReapUnreachable,
        LeaderActions,
        JoinDeadline,
        JoinSeedNodesDeadline,
    }
}
