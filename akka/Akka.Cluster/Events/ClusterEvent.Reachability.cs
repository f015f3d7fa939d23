namespace Akka.Cluster;

/// <content>Events of reachability and leadership.</content>
public partial class ClusterEvent
{
    /// <summary>A member can be reached, or cannot.</summary>
    public abstract class ReachabilityEvent : IReachabilityEvent
    {
        protected ReachabilityEvent(Member member) => Member = member;

        public Member Member { get; }

        public override bool Equals(object obj) => obj?.GetType() == GetType() && Member.Equals(((ReachabilityEvent)obj).Member);

        public override int GetHashCode() => HashCode.Combine(GetType(), Member);

        public override string ToString() => $"{GetType().Name}(Member={Member})";
    }

    /// <summary>Some member cannot reach this one.</summary>
    public sealed class UnreachableMember : ReachabilityEvent
    {
        public UnreachableMember(Member member)
            : base(member)
        {
        }
    }

    /// <summary>All members that could not reach this one can again.</summary>
    public sealed class ReachableMember : ReachabilityEvent
    {
        public ReachableMember(Member member)
            : base(member)
        {
        }
    }

    /// <summary>Another member leads, in the eyes of this node.</summary>
    public sealed class LeaderChanged : IClusterDomainEvent
    {
        public LeaderChanged(Akka.Actor.Address leader) => Leader = leader;

        /// <summary><c>null</c> when nobody does.</summary>
        public Akka.Actor.Address Leader { get; }

        public override bool Equals(object obj) => obj is LeaderChanged other && Equals(Leader, other.Leader);

        public override int GetHashCode() => HashCode.Combine(typeof(LeaderChanged), Leader);

        public override string ToString() => $"LeaderChanged(NewLeader={Leader})";
    }

    /// <summary>Another member is the first of those with a role.</summary>
    public sealed class RoleLeaderChanged : IClusterDomainEvent
    {
        public RoleLeaderChanged(string role, Akka.Actor.Address leader)
        {
            Role = role;
            Leader = leader;
        }

        public Akka.Actor.Address Leader { get; }

        public string Role { get; }

        public override bool Equals(object obj) =>
            obj is RoleLeaderChanged other && Role == other.Role && Equals(Leader, other.Leader);

        public override int GetHashCode() => HashCode.Combine(Role, Leader);

        public override string ToString() => $"RoleLeaderChanged(Leader={Leader}, Role={Role})";
    }

    /// <summary>Which members have seen the latest gossip; for the split-brain resolver.</summary>
    internal sealed record SeenChanged(IReadOnlySet<Akka.Actor.Address> SeenBy) : IClusterDomainEvent;

    /// <summary>Who cannot reach whom; for the split-brain resolver.</summary>
    internal sealed record ReachabilityChanged(Akka.Cluster.Reachability Reachability) : IClusterDomainEvent;
}
