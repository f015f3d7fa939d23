namespace Akka.Flink.AkkaSlice.Tests.Downing;

using System.Collections.Immutable;
using Akka.Cluster;
using Akka.Cluster.SBR;
using static Akka.Flink.AkkaSlice.Tests.Membership.GossipHistory;

/// <summary>Nodes between which some links are broken. What one observes gets to all that gossip can reach around them.</summary>
internal sealed class BrokenNetwork
{
    private readonly HashSet<(UniqueAddress, UniqueAddress)> _broken = [];
    private readonly UniqueAddress[] _nodes;

    public BrokenNetwork(int size, IEnumerable<(int From, int To)> broken)
    {
        _nodes = [.. Enumerable.Range(0, size).Select(Node)];
        foreach (var (from, to) in broken.Where(link => link.From != link.To))
        {
            _broken.Add((Node(from), Node(to)));
            _broken.Add((Node(to), Node(from)));
        }

        Parts = [.. _nodes.Select(PartOf).DistinctBy(part => part.Min())];
    }

    /// <summary>The nodes in parts between which nothing gets.</summary>
    public IReadOnlyList<ImmutableHashSet<UniqueAddress>> Parts { get; }

    public bool IsLinked(UniqueAddress one, UniqueAddress other) => !_broken.Contains((one, other));

    /// <summary>What is left of a part when every node of it that takes itself for the leader has acted.</summary>
    public ImmutableHashSet<UniqueAddress> Survivors(ImmutableHashSet<UniqueAddress> part, Func<UniqueAddress, DowningStrategy> make)
    {
        var reachability = Reachability.Empty;
        foreach (var (observer, subject) in _broken.Where(link => part.Contains(link.Item1)))
            reachability = reachability.Unreachable(observer, subject);

        return part.Where(node => IsLeader(node, reachability))
            .Aggregate(part, (left, leader) => left.Except(Downed(make(leader), leader, part, reachability)));
    }

    private bool IsLeader(UniqueAddress node, Reachability reachability)
    {
        var gossip = Gossip.Empty;
        foreach (var member in _nodes)
            gossip = gossip.Add(Member.Create(member, 1, MemberStatus.Up, []));
        return new MembershipState(gossip with { Reachability = reachability }, node).IsLeader;
    }

    private ImmutableHashSet<UniqueAddress> Downed(
        DowningStrategy strategy, UniqueAddress self, ImmutableHashSet<UniqueAddress> part, Reachability reachability)
    {
        strategy.Reachability = reachability;
        strategy.SeenBy = part.Select(node => node.Address).ToHashSet();
        foreach (var node in _nodes)
        {
            var member = Member.Create(node, 1, MemberStatus.Up, []);
            if (node == self || reachability.IsReachable(node))
                strategy.Add(member);
            else
                strategy.SetUnreachable(member);
        }

        return strategy.Unreachable.IsEmpty ? [] : strategy.NodesToDown(strategy.Decide());
    }

    private ImmutableHashSet<UniqueAddress> PartOf(UniqueAddress node)
    {
        var part = new HashSet<UniqueAddress> { node };
        var open = new Queue<UniqueAddress>(part);
        while (open.TryDequeue(out var next))
        {
            foreach (var neighbour in _nodes.Where(other => IsLinked(next, other) && part.Add(other)))
                open.Enqueue(neighbour);
        }

        return [.. part];
    }
}
