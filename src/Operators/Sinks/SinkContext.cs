namespace Akka.Flink.Operators;

using Akka.Flink.Sinks;

/// <summary>Where a writer runs.</summary>
/// <param name="context">Where its operator runs.</param>
/// <param name="restoredCheckpointId">The checkpoint that the job goes on from.</param>
internal sealed class SinkContext(OperatorContext context, long? restoredCheckpointId) : ISinkContext
{
    public string JobId => context.JobId;

    public long Attempt => context.Attempt;

    public string OperatorName => context.Name;

    public string OperatorUid => context.Uid;

    public int SubtaskIndex => context.SubtaskIndex;

    public int Parallelism => context.Parallelism;

    public long? RestoredCheckpointId => restoredCheckpointId;

    public void Report(string message) => context.Activity?.Report?.Invoke(message);

    public Counter Counter(string name) => context.Metrics.Counter(name);
}
