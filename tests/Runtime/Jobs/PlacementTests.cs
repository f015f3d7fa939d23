namespace Akka.Flink.Runtime.Tests.Jobs;

using System.Collections.Immutable;
using Akka.Flink.Operators;
using Akka.Flink.Sinks;
using Akka.Flink.Sources;
using FsCheck;
using FsCheck.Fluent;

/// <summary>Which subtask runs where.</summary>
public class PlacementTests
{
    private static readonly Arbitrary<ImmutableArray<NodeSlots>> Nodes =
        (from counts in Gen.ArrayOf(Gen.Choose(1, 6))
         select counts.Select((count, i) => new NodeSlots($"n{i}", [.. Enumerable.Range(0, count)])).ToImmutableArray()).ToArbitrary();

    [Fact]
    public void The_same_index_has_the_same_slot_and_nodes_take_turns()
    {
        var plan = Placement.OnNodes(Graph(3), [new("a", [0, 1]), new("b", [0, 1, 2])])!;

        foreach (var vertex in Enumerable.Range(0, plan.Vertices))
        {
            Assert.Equal(
                [new SlotId("b", 0), new SlotId("a", 0), new SlotId("b", 1)],
                plan.Subtasks.Where(each => each.Subtask.Vertex == vertex).Select(each => each.Slot));
        }
    }

    [Fact]
    public void A_group_of_its_own_has_slots_of_its_own()
    {
        var plan = Placement.OnNodes(Graph(2, "other"), [new("a", [0, 1]), new("b", [0, 1])])!;

        var slots = plan.Subtasks.GroupBy(each => each.Subtask.Vertex, each => each.Slot).Select(vertex => vertex.ToHashSet()).ToList();
        Assert.Equal(2, plan.Vertices);
        Assert.False(slots[0].Overlaps(slots[1]));
        Assert.Null(Placement.OnNodes(Graph(2, "other"), [new("a", [0, 1, 2])]));
    }

    [Fact]
    public void Takes_what_is_free_of_each_node_once_and_spreads_as_far_as_it_can() => Check.QuickThrowOnFailure(Prop.ForAll(Nodes, nodes =>
    {
        var slots = Placement.InTurn(nodes);

        Assert.Equal(nodes.Sum(node => node.Slots.Length), slots.Distinct().Count());
        Assert.Equal(slots.AsEnumerable(), Placement.InTurn([.. nodes.Reverse()]));
        for (var taken = 1; taken <= slots.Length; taken++)
        {
            var used = slots.Take(taken).GroupBy(slot => slot.Node).ToDictionary(node => node.Key, node => node.Count());
            var most = used.Values.Max();
            Assert.All(nodes, node => Assert.True(used.GetValueOrDefault(node.Node) >= Math.Min(node.Slots.Length, most - 1)));
        }
    }));

    [Fact]
    public void Parallelism_makes_the_most_of_the_slots_of_all_groups()
    {
        Assert.Equal(5, Placement.ParallelismFor(Graph(1), 5));
        Assert.Equal(2, Placement.ParallelismFor(Graph(1, "other"), 5));
        Assert.Equal(1, Placement.ParallelismFor(Graph(1, "other"), 0));
    }

    private static JobGraph Graph(int parallelism, string? group = null)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.SetParallelism(parallelism);
        var numbers = environment.FromSource(
            new GeneratorSource<long>(10, number => number), WatermarkStrategy.NoWatermarks<long>(), "numbers");
        var counts = numbers.KeyBy(number => number).Reduce((one, other) => one + other);
        if (group is not null)
            counts.SlotSharingGroup(group);
        counts.SinkTo(new CollectSink<long>());
        return environment.CreateJobGraph("placed");
    }
}
