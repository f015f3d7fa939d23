namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using Akka.Flink.Operators;

/// <summary>Which subtask runs in which slot.</summary>
internal static class Placement
{
    /// <summary>Places a job on one node: subtask i of each vertex in slot i of the slots of its slot sharing group, of which there are
    /// as many as the group's largest parallelism.</summary>
    /// <param name="graph">The job.</param>
    /// <param name="node">The node.</param>
    /// <returns>The subtasks with their places.</returns>
    public static JobPlan OnOneNode(JobGraph graph, string node) =>
        Place(graph, [.. Enumerable.Range(0, SlotsOf(graph)).Select(number => new SlotId(node, number))]);

    /// <summary>Places a job on several nodes: subtask i of each vertex of a slot sharing group in slot i of that group, so that what goes
    /// forward stays on its node. Slots are taken from the nodes in turn, one of each, the node with the most first, by address among
    /// equals: the same nodes give the same plan.</summary>
    /// <param name="graph">The job.</param>
    /// <param name="nodes">The nodes with their free slots.</param>
    /// <returns>The subtasks with their places; null when there are not enough slots.</returns>
    public static JobPlan? OnNodes(JobGraph graph, ImmutableArray<NodeSlots> nodes)
    {
        var slots = InTurn(nodes);
        return slots.Length < SlotsOf(graph) ? null : Place(graph, slots);
    }

    /// <summary>All slots of nodes, in the order in which they are taken.</summary>
    /// <param name="nodes">The nodes with their free slots.</param>
    public static ImmutableArray<SlotId> InTurn(ImmutableArray<NodeSlots> nodes)
    {
        var ordered = nodes.OrderByDescending(node => node.Slots.Length).ThenBy(node => node.Node, StringComparer.Ordinal).ToList();
        var slots = ImmutableArray.CreateBuilder<SlotId>();
        var rounds = ordered.Count == 0 ? 0 : ordered[0].Slots.Length;
        for (var round = 0; round < rounds; round++)
        {
            foreach (var node in ordered)
            {
                if (node.Slots.Length > round)
                    slots.Add(new SlotId(node.Node, node.Slots[round]));
            }
        }

        return slots.ToImmutable();
    }

    /// <summary>The parallelism that makes the most of the slots that there are.</summary>
    /// <param name="graph">The job, at any parallelism.</param>
    /// <param name="slots">How many slots there are.</param>
    /// <returns>At least 1, even where there are too few slots for that.</returns>
    public static int ParallelismFor(JobGraph graph, int slots) =>
        Math.Max(1, slots / graph.Vertices.Select(vertex => vertex.SlotSharingGroup).Distinct().Count());

    private static JobPlan Place(JobGraph graph, ImmutableArray<SlotId> slots)
    {
        var subtasks = ImmutableArray.CreateBuilder<PlannedSubtask>();
        var firstSlots = FirstSlots(graph);
        foreach (var vertex in graph.Vertices)
        {
            var first = firstSlots[vertex.SlotSharingGroup];
            var hasSource = vertex.Nodes[0].Inputs.Count == 0;
            for (var i = 0; i < vertex.Parallelism; i++)
                subtasks.Add(new PlannedSubtask(new SubtaskId(vertex.Id, i), slots[first + i], hasSource));
        }

        return new JobPlan(subtasks.ToImmutable());
    }

    /// <summary>How many slots a job needs.</summary>
    /// <param name="graph">The job.</param>
    public static int SlotsOf(JobGraph graph) => graph.Vertices.GroupBy(vertex => vertex.SlotSharingGroup)
        .Sum(group => group.Max(vertex => vertex.Parallelism));

    private static Dictionary<string, int> FirstSlots(JobGraph graph)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = 0;
        foreach (var group in graph.Vertices.GroupBy(vertex => vertex.SlotSharingGroup))
        {
            first.Add(group.Key, taken);
            taken += group.Max(vertex => vertex.Parallelism);
        }

        return first;
    }

    /// <summary>What may be restored of a job.</summary>
    /// <param name="graph">The job.</param>
    public static IReadOnlyList<RestoreTarget> Targets(JobGraph graph) =>
    [
        .. from vertex in graph.Vertices
           from node in vertex.Nodes
           select new RestoreTarget(node.Uid, vertex.Id, vertex.Parallelism, node.MaxParallelism),
    ];
}
