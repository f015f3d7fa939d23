namespace Akka.Flink.Sinks;

/// <summary>Writes the records of a subtask, and prepares what it wrote to be committed.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TCommittable">What is committed.</typeparam>
/// <typeparam name="TWriterState">What it remembers.</typeparam>
public interface ICommittingSinkWriter<T, TCommittable, TWriterState> : ISinkWriter<T>
{
    /// <summary>Prepares what was written since the last time; called after <see cref="ISinkWriter{T}.Flush"/>.</summary>
    /// <returns>What is to be committed once the checkpoint is complete.</returns>
    IReadOnlyList<TCommittable> PrepareCommit();

    /// <summary>Prepares what was written since the last time, without waiting until it is durable; called after
    /// <see cref="ISinkWriter{T}.Flush"/>, which has nothing to wait for then.</summary>
    /// <param name="checkpointId">The checkpoint's number; <see cref="long.MaxValue"/> at the end of the input.</param>
    /// <returns>What is to be committed once the checkpoint is complete, which it is not before this has ended. Records are written
    /// meanwhile. By default, what <see cref="PrepareCommit"/> says.</returns>
    /// <remarks><para><b>Threads.</b> Called on the task's; it may end on any.</para></remarks>
    Task<IReadOnlyList<TCommittable>> PrepareCommitAsync(long checkpointId) => Task.FromResult(PrepareCommit());

    /// <summary>What to remember; called after <see cref="PrepareCommit"/>.</summary>
    /// <param name="checkpointId">The checkpoint's number.</param>
    /// <returns>What to remember.</returns>
    IReadOnlyList<TWriterState> SnapshotState(long checkpointId);
}
