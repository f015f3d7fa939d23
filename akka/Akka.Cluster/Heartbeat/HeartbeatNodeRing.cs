namespace Akka.Cluster;

using System.Collections.Immutable;

/// <summary>Who watches over whom: the members stand in a ring, and each watches over the next few.</summary>
/// <remarks>
/// They stand in the order of a hash of their addresses, so that the neighbours of a rack or of an address range, which fail together, are
/// spread. A member that cannot be reached is watched over further, to see it come back, and one more in its place.
/// </remarks>
internal sealed record HeartbeatNodeRing(
    UniqueAddress Self, ImmutableHashSet<UniqueAddress> Nodes, ImmutableHashSet<UniqueAddress> Unreachable, int MonitoredBy)
{
    /// <summary>Those that this node watches over.</summary>
    public ImmutableHashSet<UniqueAddress> MyReceivers => Receivers(Self);

    public ImmutableHashSet<UniqueAddress> Receivers(UniqueAddress sender)
    {
        var ring = Nodes.Add(sender).OrderBy(RingHash).ThenBy(node => node).ToList();
        var start = ring.IndexOf(sender);
        var receivers = ImmutableHashSet.CreateBuilder<UniqueAddress>();
        var reachable = 0;
        for (var i = 1; i < ring.Count && reachable < MonitoredBy; i++)
        {
            var node = ring[(start + i) % ring.Count];
            receivers.Add(node);
            if (!Unreachable.Contains(node))
                reachable++;
        }

        return receivers.ToImmutable();
    }

    /// <summary>The same on each node, unlike the hash of a string in .NET.</summary>
    private static uint RingHash(UniqueAddress node)
    {
        var hash = 2166136261u;
        foreach (var character in node.Address.ToString())
            hash = (hash ^ character) * 16777619u;
        return hash;
    }
}
