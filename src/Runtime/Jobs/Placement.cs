namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using Akka.Flink.Operators;

/// <summary>Which subtask runs in which slot.</summary>
internal static class Placement
{
    /// <summary>Places a job on one node with as many slots as its largest parallelism: subtask i of each vertex in slot i.</summary>
    /// <param name="graph">The job.</param>
    /// <param name="node">The node.</param>
    /// <returns>The subtasks with their places.</returns>
    public static JobPlan OnOneNode(JobGraph graph, string node)
    {
        var subtasks = ImmutableArray.CreateBuilder<PlannedSubtask>();
        foreach (var vertex in graph.Vertices)
        {
            var hasSource = vertex.Nodes[0].Inputs.Count == 0;
            for (var i = 0; i < vertex.Parallelism; i++)
                subtasks.Add(new PlannedSubtask(new SubtaskId(vertex.Id, i), new SlotId(node, i), hasSource));
        }

        return new JobPlan(subtasks.ToImmutable());
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
