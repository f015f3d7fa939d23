namespace Akka.Flink.Operators;

/// <summary>What connects two operators of a program.</summary>
/// <param name="source">Where records come from.</param>
/// <param name="target">Where they go.</param>
internal abstract class StreamEdge(OperatorNode source, OperatorNode target)
{
    /// <summary>Where records come from.</summary>
    public OperatorNode Source { get; } = source;

    /// <summary>Where they go.</summary>
    public OperatorNode Target { get; } = target;

    /// <summary>The side output that they come from; null for the main output.</summary>
    public object? Tag { get; init; }

    /// <summary>The name of the side output; null for the main output.</summary>
    public abstract string? TagId { get; }

    /// <summary>The type of records.</summary>
    public abstract Type ElementType { get; }

    /// <summary>Whether both ends run in one task, so that batches are handed on by a call.</summary>
    public bool IsChained { get; set; }

    /// <summary>How records are dealt out.</summary>
    public abstract PartitioningKind Kind { get; }

    /// <summary>Whether each subtask of the target has one subtask of the source to itself, and the source no other.</summary>
    public bool IsOneToOne =>
        Source.Parallelism == Target.Parallelism && (Kind == PartitioningKind.Forward || (Kind == PartitioningKind.Key
            && Source.Parallelism == 1));

    /// <summary>From how many subtasks a subtask of the target receives.</summary>
    public int SendersPerTarget => Kind == PartitioningKind.Forward ? 1 : Source.Parallelism;

    /// <summary>Adds a side output in front of edges of this one's tag.</summary>
    /// <param name="sides">The operator's side outputs.</param>
    /// <param name="group">All edges of the tag.</param>
    /// <param name="builder">Makes what is downstream.</param>
    /// <param name="subtask">The sending subtask.</param>
    public abstract void AddSideOutput(SideOutputs sides, StreamEdge[] group, JobBuilder builder, int subtask);
}
