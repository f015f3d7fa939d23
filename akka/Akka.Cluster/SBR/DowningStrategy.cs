namespace Akka.Cluster.SBR;

using System.Collections.Immutable;
using Akka.Actor;

/// <summary>A view of a cluster that may be split, and what follows from it. Nothing here acts.</summary>
internal abstract class DowningStrategy(UniqueAddress self, string role)
{
    public ImmutableSortedSet<Member> Members { get; private set; } = ImmutableSortedSet<Member>.Empty;

    public ImmutableHashSet<UniqueAddress> Unreachable { get; private set; } = ImmutableHashSet<UniqueAddress>.Empty;

    public Reachability Reachability { get; set; } = Reachability.Empty;

    public IReadOnlySet<Address> SeenBy { get; set; } = ImmutableHashSet<Address>.Empty;

    public bool HasIndirectlyConnected => !IndirectlyConnected.IsEmpty;

    /// <summary>Whether no unreachable member has still to be downed.</summary>
    public bool IsAllUnreachableDownOrExiting =>
        Unreachable.All(node => Find(node) is not { } member || MembershipState.MayBeRemoved(member));

    protected UniqueAddress Self => self;

    /// <summary>Members between which some links are broken while others lead around them.</summary>
    /// <remarks>
    /// Those that observe somebody and are observed themselves: what they say has come here around the broken link. And those on both ends
    /// of a record whose subject has nevertheless seen the latest gossip.
    /// </remarks>
    protected ImmutableHashSet<UniqueAddress> IndirectlyConnected
    {
        get
        {
            var observers = Reachability.AllObservers;
            var result = Reachability.AllUnreachableOrTerminated.Intersect(observers).ToBuilder();
            foreach (var (observer, subject, _) in Reachability.Records)
            {
                if (SeenBy.Contains(subject.Address))
                    result.UnionWith([observer, subject]);
            }

            return [.. result.Where(node => Find(node) is { } member && !MembershipState.MayBeRemoved(member))];
        }
    }

    public abstract Decision Decide();

    public void Add(Member member) => Members = Members.Remove(member).Add(member);

    public void Remove(Member member)
    {
        Members = Members.Remove(member);
        Unreachable = Unreachable.Remove(member.UniqueAddress);
        Reachability = Reachability.Remove(new HashSet<UniqueAddress> { member.UniqueAddress });
    }

    public void SetUnreachable(Member member)
    {
        Add(member);
        Unreachable = Unreachable.Add(member.UniqueAddress);
    }

    public void SetReachable(Member member)
    {
        Add(member);
        Unreachable = Unreachable.Remove(member.UniqueAddress);
    }

    /// <summary>Whom a decision downs; for one that needs a lease, if that is got.</summary>
    public ImmutableHashSet<UniqueAddress> NodesToDown(Decision decision)
    {
        var downable = Members
            .Where(member => member.Status != MemberStatus.Down)
            .Select(member => member.UniqueAddress)
            .ToImmutableHashSet();
        return decision switch
        {
            Decision.DownUnreachable or Decision.AcquireLeaseAndDownUnreachable => downable.Intersect(Unreachable),
            Decision.DownReachable => downable.Except(Unreachable.Except(IndirectlyConnected)),
            Decision.DownIndirectlyConnected => downable.Intersect(IndirectlyConnected.Union(FurtherToDown(downable))),
            Decision.AcquireLeaseAndDownIndirectlyConnected => downable.Intersect(IndirectlyConnected.Union(Unreachable)),
            _ => downable,
        };
    }

    /// <summary>The members that count, in the order of their addresses.</summary>
    protected List<Member> Counted(bool withPossiblyUp, bool withPossiblyExiting) =>
    [
        .. Members.Where(member => (role is null || member.HasRole(role)) && member.Status switch
        {
            MemberStatus.Up => true,
            MemberStatus.Joining or MemberStatus.WeaklyUp => withPossiblyUp,
            MemberStatus.Leaving => withPossiblyExiting,
            _ => false,
        }),
    ];

    protected bool IsUnreachable(Member member) => Unreachable.Contains(member.UniqueAddress);

    /// <summary>The strategy itself without the indirectly connected members; <c>null</c> to leave that to others.</summary>
    protected abstract Decision? DecideWithout(ImmutableHashSet<UniqueAddress> indirectlyConnected);

    private ImmutableHashSet<UniqueAddress> FurtherToDown(ImmutableHashSet<UniqueAddress> downable)
    {
        var indirect = IndirectlyConnected;
        var further = Unreachable.Except(indirect);
        if (further.IsEmpty)
            return further;

        return DecideWithout(indirect) switch
        {
            Decision.DownUnreachable => further,
            Decision.DownReachable => downable.Except(further),
            null => ImmutableHashSet<UniqueAddress>.Empty,
            _ => downable,
        };
    }

    private Member Find(UniqueAddress node) => Members.TryGetValue(Member.Removed(node), out var member) ? member : null;
}
