namespace Akka.Flink.Operators;

/// <summary>A job: vertices of chained operators, and the edges between them. It does not change any more.</summary>
/// <remarks><para><b>Flink.</b> <c>StreamGraph</c> and <c>JobGraph</c>.</para></remarks>
public sealed class JobGraph
{
    internal JobGraph(
        string name,
        IReadOnlyList<OperatorNode> nodes,
        IReadOnlyList<JobVertex> vertices,
        TimeSpan? checkpointInterval,
        CheckpointingMode mode)
    {
        Name = name;
        Nodes = nodes;
        Vertices = vertices;
        CheckpointInterval = checkpointInterval;
        CheckpointingMode = mode;
    }

    /// <summary>The job's name.</summary>
    public string Name { get; }

    /// <summary>The vertices, each behind those upstream of it.</summary>
    public IReadOnlyList<JobVertex> Vertices { get; }

    /// <summary>How often checkpoints are taken; null never.</summary>
    public TimeSpan? CheckpointInterval { get; }

    /// <summary>What a failure may do to state.</summary>
    public CheckpointingMode CheckpointingMode { get; }

    /// <summary>All operators, each behind those upstream of it.</summary>
    internal IReadOnlyList<OperatorNode> Nodes { get; }
}
