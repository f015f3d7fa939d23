namespace Akka.Cluster;

using Akka.Event;

/// <summary>What happens to the members, as this node comes to know of it.</summary>
/// <remarks>
/// One change of the gossip is published in this order: members, in the order of their addresses, those removed last; members that cannot
/// be reached; members that can be reached again; the leader; the leaders of roles. An event of a member that was missed in between is not
/// made up: a member may come up without having been seen joining.
/// </remarks>
public partial class ClusterEvent
{
    public static readonly SubscriptionInitialStateMode InitialStateAsEvents = SubscriptionInitialStateMode.InitialStateAsEvents;

    public static readonly SubscriptionInitialStateMode InitialStateAsSnapshot = SubscriptionInitialStateMode.InitialStateAsSnapshot;

    /// <summary>How a new subscriber learns what has been before.</summary>
    public enum SubscriptionInitialStateMode
    {
        /// <summary>By one <see cref="CurrentClusterState"/>.</summary>
        InitialStateAsSnapshot = 0,

        /// <summary>By the events that would have led there.</summary>
        InitialStateAsEvents = 1,
    }

    /// <summary>Anything that happens to the cluster.</summary>
    public interface IClusterDomainEvent : IDeadLetterSuppression;

    /// <summary>A member has another status.</summary>
    public interface IMemberEvent : IClusterDomainEvent
    {
        Member Member { get; }
    }

    /// <summary>A member can be reached, or cannot.</summary>
    public interface IReachabilityEvent : IClusterDomainEvent;

    /// <summary>This node's part in the cluster ends.</summary>
    public sealed class ClusterShuttingDown : IClusterDomainEvent
    {
        public static readonly IClusterDomainEvent Instance = new ClusterShuttingDown();

        private ClusterShuttingDown()
        {
        }

        public override string ToString() => "ClusterShuttingDown";
    }
}
