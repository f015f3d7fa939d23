namespace Akka.Flink.Sources;

/// <summary>Reads the splits of a subtask.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TSplit">The type of splits.</typeparam>
/// <remarks><para><b>Threads.</b> One at a time: the task's.</para><para><b>Flink.</b> <c>SourceReader</c>; it is asked for
/// batches.</para></remarks>
public interface ISourceReader<T, TSplit> : ISourceReader<T>
    where TSplit : ISourceSplit
{
    /// <summary>Takes splits to read.</summary>
    /// <param name="splits">The splits.</param>
    void AddSplits(IReadOnlyList<TSplit> splits);

    /// <summary>The splits that are not read to their end, with how far they were read.</summary>
    /// <param name="checkpointId">The number of the checkpoint that they are for.</param>
    /// <returns>The splits.</returns>
    IReadOnlyList<TSplit> SnapshotState(long checkpointId);
}
