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

    /// <summary>Its number among the edges that are not chained, in the order of vertices and of their outgoing edges; settled when the
    /// graph is built.</summary>
    public int Number { get; set; } = -1;

    /// <summary>How records are dealt out.</summary>
    public abstract PartitioningKind Kind { get; }

    /// <summary>Whether each subtask of the target has one subtask of the source to itself, and the source no other.</summary>
    public bool IsOneToOne =>
        Source.Parallelism == Target.Parallelism && (Kind == PartitioningKind.Forward
            || (Source.Parallelism == 1 && Kind is (PartitioningKind.Key or PartitioningKind.Broadcast)));

    /// <summary>The subtasks of the source from which a subtask of the target receives.</summary>
    /// <param name="target">The subtask of the target.</param>
    public IEnumerable<int> SendersTo(int target) => Kind switch
    {
        PartitioningKind.Forward => [target],
        PartitioningKind.Rescale => Share(target, Target.Parallelism, Source.Parallelism),
        _ => Enumerable.Range(0, Source.Parallelism),
    };

    /// <summary>The subtasks of the target to which a subtask of the source sends.</summary>
    /// <param name="source">The subtask of the source.</param>
    public IEnumerable<int> TargetsOf(int source) => Kind switch
    {
        PartitioningKind.Forward => [source],
        PartitioningKind.Rescale => Share(source, Source.Parallelism, Target.Parallelism),
        _ => Enumerable.Range(0, Target.Parallelism),
    };

    // Of so many others: an even share in order, or, of fewer others, the one whose share this is in.
    private static IEnumerable<int> Share(int index, int count, int others)
    {
        if (others < count)
            return [index * others / count];

        var first = ((index * others) + count - 1) / count;
        var end = (((index + 1) * others) + count - 1) / count;
        return Enumerable.Range(first, end - first);
    }

    /// <summary>Makes the receiving end of this edge for a subtask that runs in a task of its own: one channel for each sender.</summary>
    /// <param name="builder">Makes operators and gates.</param>
    /// <param name="target">The subtask of the target.</param>
    public abstract void CreateReceivers(JobBuilder builder, int target);

    /// <summary>Adds a side output in front of edges of this one's tag.</summary>
    /// <param name="context">Where the operator runs.</param>
    /// <param name="group">All edges of the tag.</param>
    /// <param name="builder">Makes what is downstream.</param>
    public abstract void AddSideOutput(OperatorContext context, StreamEdge[] group, JobBuilder builder);
}
