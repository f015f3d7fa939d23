namespace Akka.Flink.Operators;

/// <summary>How the records of an edge are dealt out to the subtasks of the next step.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="kind">The kind.</param>
internal class Partitioning<T>(PartitioningKind kind)
{
    /// <summary>The kind.</summary>
    public PartitioningKind Kind { get; } = kind;

    /// <summary>Makes the sending end of the edge for one subtask.</summary>
    /// <param name="targets">The channels to the subtasks of the next step that it sends to.</param>
    /// <param name="sourceSubtask">The sending subtask.</param>
    /// <param name="target">The next step.</param>
    public virtual IInput<T> CreateSender(IInput<T>[] targets, int sourceSubtask, OperatorNode target) => targets.Length == 1
        ? targets[0]
        : Kind switch
        {
            PartitioningKind.Rebalance => new RoundRobinSender<T>(targets, sourceSubtask),
            PartitioningKind.Shuffle => new ShuffleSender<T>(targets, sourceSubtask),
            PartitioningKind.Broadcast => new CopySender<T>(targets, null),
            PartitioningKind.Rescale => new RoundRobinSender<T>(targets, 0),
            PartitioningKind.Global => new GlobalSender<T>(targets),
            _ => targets[sourceSubtask],
        };
}
