namespace Akka.Cluster;

using System.Collections.Immutable;
using Akka.Actor;

/// <content>The state of the cluster at a moment.</content>
public partial class ClusterEvent
{
    /// <summary>The members and their state, as this node knows them.</summary>
    public sealed class CurrentClusterState : INoSerializationVerificationNeeded
    {
        private readonly ImmutableDictionary<string, Address> _roleLeaderMap;

        public CurrentClusterState()
            : this(
                ImmutableSortedSet<Member>.Empty,
                ImmutableHashSet<Member>.Empty,
                ImmutableHashSet<Address>.Empty,
                null,
                ImmutableDictionary<string, Address>.Empty)
        {
        }

        public CurrentClusterState(
            ImmutableSortedSet<Member> members,
            ImmutableHashSet<Member> unreachable,
            ImmutableHashSet<Address> seenBy,
            Address leader,
            ImmutableDictionary<string, Address> roleLeaderMap)
        {
            Members = members;
            Unreachable = unreachable;
            SeenBy = seenBy;
            Leader = leader;
            _roleLeaderMap = roleLeaderMap;
        }

        public ImmutableHashSet<string> AllRoles => [.. _roleLeaderMap.Keys];

        public Address Leader { get; }

        public ImmutableSortedSet<Member> Members { get; }

        public ImmutableHashSet<Address> SeenBy { get; }

        public ImmutableHashSet<Member> Unreachable { get; }

        public CurrentClusterState Copy(
            ImmutableSortedSet<Member> members = null,
            ImmutableHashSet<Member> unreachable = null,
            ImmutableHashSet<Address> seenBy = null,
            Address leader = null,
            ImmutableDictionary<string, Address> roleLeaderMap = null) => new(
                members ?? Members,
                unreachable ?? Unreachable,
                seenBy ?? SeenBy,
                leader ?? Leader,
                roleLeaderMap ?? _roleLeaderMap);

        public Address RoleLeader(string role) => _roleLeaderMap.GetValueOrDefault(role);
    }
}
