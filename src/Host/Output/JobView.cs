namespace Akka.Flink.Host.Output;

using System.Collections.Immutable;
using Akka.Flink.Runtime;

/// <summary>What there is to see of a job at one moment.</summary>
/// <param name="Name">The job's name.</param>
/// <param name="Status">What it is doing.</param>
/// <param name="Attempt">The number of the attempt; 0 before the first.</param>
/// <param name="Began">When this run began.</param>
/// <param name="At">The moment.</param>
/// <param name="Operators">Its operators, upstream first.</param>
/// <param name="Checkpoint">The last completed checkpoint; null before the first.</param>
/// <param name="Checkpoints">How many were completed in this run.</param>
/// <param name="Failures">How many attempts of this run failed.</param>
internal sealed record JobView(
    string Name,
    JobStatus Status,
    int Attempt,
    DateTimeOffset Began,
    DateTimeOffset At,
    ImmutableArray<OperatorRow> Operators,
    CheckpointDone? Checkpoint,
    int Checkpoints,
    int Failures)
{
    /// <summary>Whether the job takes checkpoints.</summary>
    public bool TakesCheckpoints { get; init; } = true;

    /// <summary>A job of which nothing was heard yet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="began">When this run began.</param>
    public static JobView Of(string name, DateTimeOffset began) => new(name, JobStatus.Created, 0, began, began, [], null, 0, 0);

    /// <summary>The rows of operators that records come from.</summary>
    public IEnumerable<OperatorRow> Sources => Operators.Where(row => row.IsSource);

    /// <summary>The rows of operators where records end.</summary>
    public IEnumerable<OperatorRow> Sinks => Operators.Where(row => row.IsSink);
}
