namespace Akka.Flink.AkkaSlice.Tests.Membership;

using Akka.Cluster;
using FsCheck;
using FsCheck.Fluent;

/// <summary>Who watches over whom.</summary>
public class HeartbeatNodeRingTests
{
    private static readonly Arbitrary<(int Size, int MonitoredBy, int[] Unreachable)> Rings =
        (from size in Gen.Choose(2, 20)
         from monitoredBy in Gen.Choose(1, 10)
         from unreachable in Gen.Choose(0, size - 1).ArrayOf(4)
         select (size, monitoredBy, unreachable)).ToArbitrary();

    [Fact]
    public void Everybody_is_watched_over_by_as_many_as_there_can_be() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Rings, ring =>
        {
            var nodes = Nodes(ring.Size);
            var watched = nodes.SelectMany(node => Of(node, nodes, ring.MonitoredBy, []).MyReceivers).CountBy(node => node).ToList();

            Assert.Equal(ring.Size, watched.Count);
            Assert.All(watched, entry => Assert.Equal(Math.Min(ring.MonitoredBy, ring.Size - 1), entry.Value));
        }));

    [Fact]
    public void Unreachable_ones_are_watched_over_beside_as_many_reachable_ones() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Rings, ring =>
        {
            var nodes = Nodes(ring.Size);
            var unreachable = ring.Unreachable.Select(number => nodes[number]).ToHashSet();
            foreach (var node in nodes)
            {
                var receivers = Of(node, nodes, ring.MonitoredBy, unreachable).MyReceivers;
                var reachable = nodes.Count(other => other != node && !unreachable.Contains(other));

                Assert.DoesNotContain(node, receivers);
                Assert.Equal(Math.Min(ring.MonitoredBy, reachable), receivers.Count(receiver => !unreachable.Contains(receiver)));
            }
        }));

    private static UniqueAddress[] Nodes(int size) => [.. Enumerable.Range(0, size).Select(GossipHistory.Node)];

    private static HeartbeatNodeRing Of(
        UniqueAddress self, UniqueAddress[] nodes, int monitoredBy, IEnumerable<UniqueAddress> unreachable) =>
        new(self, [.. nodes.Where(node => node != self)], [.. unreachable], monitoredBy);
}
