namespace Akka.Cluster;

using System.Collections.Immutable;

/// <summary>What the members tell each other: who is a member, who reaches whom, who has seen just this version, and who is gone.</summary>
/// <remarks>
/// <para>It is a join semilattice but for <see cref="Seen"/>: merging is commutative, associative and idempotent, so it does not matter
/// in which order and how often gossip arrives. Of two states of a member the one further on in its life wins, of two rows of an observer
/// the younger one, and a member that is gone leaves a tombstone: without it, gossip that was under way would bring the member back.</para>
/// <para>A tombstone may go once no gossip that old can be under way any more.</para>
/// </remarks>
internal sealed record Gossip(
    ImmutableSortedSet<Member> Members,
    ImmutableHashSet<UniqueAddress> Seen,
    Reachability Reachability,
    VectorClock Version,
    ImmutableSortedDictionary<UniqueAddress, DateTime> Tombstones)
{
    public static readonly Gossip Empty = new(
        ImmutableSortedSet<Member>.Empty,
        ImmutableHashSet<UniqueAddress>.Empty,
        Reachability.Empty,
        VectorClock.Create(),
        ImmutableSortedDictionary<UniqueAddress, DateTime>.Empty);

    public bool IsSingletonCluster => Members.Count == 1;

    public IEnumerable<string> AllRoles => Members.SelectMany(member => member.Roles).Distinct();

    /// <summary>Without what members say that the others go on without.</summary>
    public Reachability ReachabilityExcludingDownedObservers => Reachability.RemoveObservers(
        [.. Members.Where(member => member.Status == MemberStatus.Down).Select(member => member.UniqueAddress)]);

    public static VectorClock.Node ClockNode(UniqueAddress node) => VectorClock.Node.Create($"{node.Address}-{node.Uid}");

    public bool HasMember(UniqueAddress node) => Find(node) is not null;

    /// <summary>The member, or one that is removed.</summary>
    public Member GetMember(UniqueAddress node) => Find(node) ?? Member.Removed(node);

    public bool SeenBy(UniqueAddress node) => Seen.Contains(node);

    public Gossip AddSeen(UniqueAddress node) => Seen.Contains(node) ? this : this with { Seen = Seen.Add(node) };

    public Gossip OnlySeen(UniqueAddress node) => this with { Seen = [node] };

    public Gossip MergeSeen(Gossip that) => this with { Seen = Seen.Union(that.Seen) };

    public Gossip Increment(VectorClock.Node node) => this with { Version = Version.Increment(node) };

    public Gossip Add(Member member) => this with { Members = Members.Add(member) };

    /// <summary>With these members in place of the earlier states of them.</summary>
    public Gossip Update(IEnumerable<Member> changed)
    {
        var members = Members.ToBuilder();
        foreach (var member in changed)
        {
            members.Remove(member);
            members.Add(member);
        }

        return this with { Members = members.ToImmutable() };
    }

    /// <summary>The others go on without this member: nobody waits for what it has seen.</summary>
    public Gossip MarkAsDown(Member member) =>
        Update([member.Copy(MemberStatus.Down)]) with { Seen = Seen.Remove(member.UniqueAddress) };

    public Gossip Remove(IReadOnlyCollection<UniqueAddress> nodes, DateTime now) =>
        nodes.Count == 0 ? this : Without(Tombstones.SetItems(nodes.Select(node => KeyValuePair.Create(node, now))));

    public Gossip PruneTombstones(DateTime before) => Tombstones.Values.All(removed => removed >= before)
        ? this
        : this with { Tombstones = Tombstones.RemoveRange(Tombstones.Where(entry => entry.Value < before).Select(entry => entry.Key)) };

    public Gossip Merge(Gossip that)
    {
        var members = Members.ToBuilder();
        foreach (var theirs in that.Members)
        {
            if (members.TryGetValue(theirs, out var ours))
            {
                members.Remove(ours);
                members.Add(Member.HighestPriorityOf(ours, theirs));
            }
            else
            {
                members.Add(theirs);
            }
        }

        var allowed = members.Select(member => member.UniqueAddress).ToHashSet();
        var merged = new Gossip(
            members.ToImmutable(),
            ImmutableHashSet<UniqueAddress>.Empty,
            Reachability.Merge(allowed, that.Reachability),
            Version.Merge(that.Version),
            Tombstones);
        return merged.Without(LatestOf(Tombstones, that.Tombstones));
    }

    /// <summary>Whether the members and who reaches whom are the same, whoever has seen that.</summary>
    public bool SaysTheSameAs(Gossip that) =>
        Members.Count == that.Members.Count
        && Members.All(member => that.Members.TryGetValue(member, out var theirs)
            && theirs.Status == member.Status && theirs.UpNumber == member.UpNumber)
        && Reachability.IsSameAs(that.Reachability)
        && Tombstones.SequenceEqual(that.Tombstones);

    public override string ToString() =>
        $"Gossip(members = [{string.Join(", ", Members)}], seen = [{string.Join(", ", Seen)}], {Reachability}, {Version}, " +
        $"tombstones = [{string.Join(", ", Tombstones.Keys)}])";

    private static ImmutableSortedDictionary<UniqueAddress, DateTime> LatestOf(
        ImmutableSortedDictionary<UniqueAddress, DateTime> left, ImmutableSortedDictionary<UniqueAddress, DateTime> right)
    {
        if (right.IsEmpty)
            return left;

        var latest = left.ToBuilder();
        foreach (var (node, removed) in right)
        {
            if (!latest.TryGetValue(node, out var known) || known < removed)
                latest[node] = removed;
        }

        return latest.ToImmutable();
    }

    private Member Find(UniqueAddress node) => Members.TryGetValue(Member.Removed(node), out var member) ? member : null;

    /// <summary>Without anything about the members that have a tombstone.</summary>
    private Gossip Without(ImmutableSortedDictionary<UniqueAddress, DateTime> tombstones)
    {
        if (tombstones.IsEmpty)
            return this;

        var gone = tombstones.Keys.ToHashSet();
        return new Gossip(
            Members.Except(Members.Where(member => gone.Contains(member.UniqueAddress))),
            Seen.Except(gone),
            Reachability.Remove(gone),
            gone.Aggregate(Version, (version, node) => version.Prune(ClockNode(node))),
            tombstones);
    }
}
