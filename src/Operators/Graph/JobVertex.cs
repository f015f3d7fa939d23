namespace Akka.Flink.Operators;

/// <summary>Operators of a job that are chained: each of their subtasks runs in one task.</summary>
public sealed class JobVertex
{
    private readonly List<OperatorNode> _nodes = [];

    internal JobVertex(int id, OperatorNode head)
    {
        Id = id;
        Add(head);
    }

    /// <summary>Its number in the job, from 0.</summary>
    public int Id { get; }

    /// <summary>The names of its operators, in order.</summary>
    public string Name => string.Join(" -> ", _nodes.Select(node => node.Name));

    /// <summary>The uids of its operators, in order.</summary>
    public IReadOnlyList<string> Uids => _nodes.ConvertAll(node => node.Uid);

    /// <summary>How many subtasks it has.</summary>
    public int Parallelism => _nodes[0].Parallelism;

    /// <summary>How many key groups it has.</summary>
    public int MaxParallelism => _nodes[0].MaxParallelism;

    /// <summary>Which other vertices its subtasks share slots with.</summary>
    public string SlotSharingGroup => _nodes[0].SlotSharingGroup;

    /// <summary>Its operators, in order.</summary>
    internal IReadOnlyList<OperatorNode> Nodes => _nodes;

    internal void Add(OperatorNode node) => _nodes.Add(node);
}
