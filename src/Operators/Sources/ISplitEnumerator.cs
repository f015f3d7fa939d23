namespace Akka.Flink.Sources;

/// <summary>Finds the splits of a source and assigns them to readers. There is one for a job.</summary>
/// <typeparam name="TSplit">The type of splits.</typeparam>
/// <typeparam name="TState">What it remembers.</typeparam>
/// <remarks><para><b>Threads.</b> One at a time.</para><para><b>Flink.</b> <c>SplitEnumerator</c>.</para></remarks>
public interface ISplitEnumerator<TSplit, out TState>
    where TSplit : ISourceSplit
{
    /// <summary>Called once, before anything else.</summary>
    void Start();

    /// <summary>Called when a reader is there.</summary>
    /// <param name="subtask">Its subtask.</param>
    void AddReader(int subtask);

    /// <summary>Called when a reader asks for a split.</summary>
    /// <param name="subtask">Its subtask.</param>
    void HandleSplitRequest(int subtask);

    /// <summary>Called when a reader tells something of its own.</summary>
    /// <param name="subtask">Its subtask.</param>
    /// <param name="data">What it tells.</param>
    void HandleSourceEvent(int subtask, ReadOnlyMemory<byte> data)
    {
    }

    /// <summary>Called when splits come back, of a reader that failed.</summary>
    /// <param name="splits">The splits, as far as they were read at the last checkpoint.</param>
    /// <param name="subtask">Its subtask.</param>
    void AddSplitsBack(IReadOnlyList<TSplit> splits, int subtask);

    /// <summary>What to remember for a checkpoint: the splits that are not assigned, for one.</summary>
    /// <param name="checkpointId">The checkpoint's number.</param>
    /// <returns>What to remember; not changed afterwards.</returns>
    TState SnapshotState(long checkpointId);

    /// <summary>Called once at the end.</summary>
    void Close()
    {
    }
}
