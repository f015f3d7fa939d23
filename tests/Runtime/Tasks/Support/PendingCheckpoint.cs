namespace Akka.Flink.Runtime.Tests.Tasks.Support;

/// <summary>A checkpoint that has been triggered.</summary>
internal sealed class PendingCheckpoint(JobRun run, long number, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> enumerators)
{
    public long Number => number;

    public IReadOnlyList<CheckpointAcknowledged> Acknowledged =>
        [.. run.Heard.OfType<CheckpointAcknowledged>().Where(each => each.Number == number)];

    public IReadOnlyList<CheckpointDeclined> Declined => [.. run.Heard.OfType<CheckpointDeclined>().Where(each => each.Number == number)];

    /// <summary>Waits until all tasks have their part durable.</summary>
    public JobCheckpoint Await()
    {
        run.Until(() => Acknowledged.Count == run.Subtasks.Count || Declined.Count > 0 || run.Failures.Count > 0);
        run.ThrowIfFailed();
        Assert.Empty(Declined);
        return new JobCheckpoint(
            new CheckpointId(run.Attempt.Number, number), Acknowledged.ToDictionary(each => each.Subtask), enumerators);
    }
}
