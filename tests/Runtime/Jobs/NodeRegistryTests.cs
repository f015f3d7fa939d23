namespace Akka.Flink.Runtime.Tests.Jobs;

using Akka.Actor;

/// <summary>Who gets which slots.</summary>
public class NodeRegistryTests
{
    private static readonly JobId One = new("one");
    private static readonly JobId Other = new("other");

    [Fact]
    public void A_slot_is_one_jobs_until_that_releases_it()
    {
        var registry = RegistryOf(SchedulerMode.Fixed, ("a", 2), ("b", 1));

        Assert.True(registry.TryTake(One, PlanOn(("a", 0), ("b", 0))));
        Assert.False(registry.TryTake(Other, PlanOn(("b", 0))));
        Assert.False(registry.TryTake(Other, PlanOn(("c", 0))));
        Assert.Equal([("a", 1)], Offered(registry, Other));
        Assert.Equal([("a", 0), ("a", 1), ("b", 0)], Offered(registry, One));

        Assert.True(registry.TryTake(One, PlanOn(("a", 1))));
        Assert.Equal([("a", 0), ("b", 0)], Offered(registry, Other));
        registry.Release(One);
        Assert.Equal(3, Offered(registry, Other).Count);
    }

    [Fact]
    public void Nodes_that_are_lost_or_leave_offer_nothing_and_a_lost_one_may_come_back()
    {
        var registry = RegistryOf(SchedulerMode.Fixed, ("a", 1), ("b", 1), ("c", 1));

        Assert.True(registry.Lose("a"));
        Assert.False(registry.Lose("a"));
        Assert.True(registry.Leave("b", 7));
        Assert.Equal([("c", 0)], Offered(registry, One));
        Assert.Equal(7, registry.SinceMs);

        Assert.True(registry.Register(new NodeDescription("a", 1, "1", null), ActorRefs.Nobody, 8));
        Assert.False(registry.Register(new NodeDescription("b", 1, "1", null), ActorRefs.Nobody, 9));
        Assert.Equal([("a", 0), ("c", 0)], Offered(registry, One));
    }

    [Fact]
    public void Where_parallelism_follows_the_slots_they_are_shared_out_evenly()
    {
        var registry = RegistryOf(SchedulerMode.Reactive, ("a", 2), ("b", 3));
        registry.Add(One);
        Assert.Equal(5, Offered(registry, One).Count);
        Assert.True(registry.TryTake(One, PlanOn(("a", 0), ("a", 1), ("b", 0), ("b", 1), ("b", 2))));

        registry.Add(Other);
        Assert.Equal(3, Offered(registry, One).Count);
        Assert.Empty(Offered(registry, Other));

        Assert.True(registry.TryTake(One, PlanOn([.. Offered(registry, One)])));
        Assert.Equal(2, Offered(registry, Other).Count);
        registry.Remove(One);
        Assert.Equal(5, Offered(registry, Other).Count);
    }

    private static NodeRegistry RegistryOf(SchedulerMode mode, params (string Node, int Slots)[] nodes)
    {
        var registry = new NodeRegistry(mode);
        foreach (var (node, slots) in nodes)
            registry.Register(new NodeDescription(node, slots, "1", null), ActorRefs.Nobody, 1);
        return registry;
    }

    private static JobPlan PlanOn(params (string Node, int Slot)[] slots) =>
        new([.. slots.Select((slot, i) => new PlannedSubtask(new SubtaskId(0, i), new SlotId(slot.Node, slot.Slot), true))]);

    private static List<(string, int)> Offered(NodeRegistry registry, JobId job) =>
        [.. registry.OfferTo(job).SelectMany(node => node.Slots.Select(slot => (node.Node, slot)))];
}
