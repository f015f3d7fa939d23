namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>The subtasks of a job with their places. Each has a number in the plan, by which the protocols keep what they know of
/// it.</summary>
internal sealed class JobPlan
{
    private readonly ImmutableArray<int> _firstOfVertex;

    /// <summary>Makes a plan.</summary>
    /// <param name="subtasks">All subtasks, by vertex and index, none left out.</param>
    public JobPlan(ImmutableArray<PlannedSubtask> subtasks)
    {
        Subtasks = subtasks;
        var first = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < subtasks.Length; i++)
        {
            if (subtasks[i].Subtask.Index == 0)
                first.Add(i);
        }

        first.Add(subtasks.Length);
        _firstOfVertex = first.ToImmutable();
    }

    /// <summary>Of a job that has not begun.</summary>
    public static JobPlan Empty { get; } = new([]);

    /// <summary>The subtasks, by number.</summary>
    public ImmutableArray<PlannedSubtask> Subtasks { get; }

    /// <summary>How many subtasks there are.</summary>
    public int Count => Subtasks.Length;

    /// <summary>How many vertices there are.</summary>
    public int Vertices => _firstOfVertex.Length - 1;

    /// <summary>How many subtasks a vertex has.</summary>
    /// <param name="vertex">The vertex.</param>
    public int ParallelismOf(int vertex) => _firstOfVertex[vertex + 1] - _firstOfVertex[vertex];

    /// <summary>How many nodes the plan uses.</summary>
    public int CountNodes() => Subtasks.Select(planned => planned.Slot.Node).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Whether a subtask is on a node.</summary>
    /// <param name="node">The node.</param>
    public bool Uses(string node) => Subtasks.Any(planned => planned.Slot.Node == node);

    /// <summary>Whether all of its slots are among those that nodes offer.</summary>
    /// <param name="nodes">The nodes.</param>
    public bool IsWithin(ImmutableArray<NodeSlots> nodes)
    {
        foreach (var planned in Subtasks)
        {
            var node = nodes.FirstOrDefault(each => each.Node == planned.Slot.Node);
            if (node is null || !node.Slots.Contains(planned.Slot.Number))
                return false;
        }

        return true;
    }

    /// <summary>The number of a subtask.</summary>
    /// <param name="subtask">The subtask.</param>
    /// <returns>Its number; -1 when the plan does not have it.</returns>
    public int NumberOf(SubtaskId subtask)
    {
        if (subtask.Vertex < 0 || subtask.Vertex >= _firstOfVertex.Length - 1)
            return -1;

        var number = _firstOfVertex[subtask.Vertex] + subtask.Index;
        return subtask.Index >= 0 && number < _firstOfVertex[subtask.Vertex + 1] ? number : -1;
    }
}
