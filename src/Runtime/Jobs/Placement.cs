namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using Akka.Flink.Operators;

/// <summary>Which subtask runs in which slot.</summary>
internal static class Placement
{
    /// <summary>Places a job on one node: subtask i of each vertex in slot i of the slots of its slot sharing group, of which there are
    /// as many
    /// as the group's largest parallelism.</summary>
    /// <param name="graph">The job.</param>
    /// <param name="node">The node.</param>
    /// <returns>The subtasks with their places.</returns>
    public static JobPlan OnOneNode(JobGraph graph, string node)
    {
        var subtasks = ImmutableArray.CreateBuilder<PlannedSubtask>();
        var firstSlots = FirstSlots(graph);
        foreach (var vertex in graph.Vertices)
        {
            var first = firstSlots[vertex.SlotSharingGroup];
            var hasSource = vertex.Nodes[0].Inputs.Count == 0;
            for (var i = 0; i < vertex.Parallelism; i++)
                subtasks.Add(new PlannedSubtask(new SubtaskId(vertex.Id, i), new SlotId(node, first + i), hasSource));
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
