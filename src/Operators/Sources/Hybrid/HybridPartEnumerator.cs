namespace Akka.Flink.Sources;

/// <summary>The enumerator of one source of a <see cref="HybridSource{T}"/>, whatever its splits are.</summary>
internal abstract class HybridPartEnumerator
{
    /// <inheritdoc cref="ISplitEnumerator{TSplit, TState}.Start"/>
    public abstract void Start();

    /// <inheritdoc cref="ISplitEnumerator{TSplit, TState}.AddReader"/>
    public abstract void AddReader(int subtask);

    /// <inheritdoc cref="ISplitEnumerator{TSplit, TState}.HandleSplitRequest"/>
    public abstract void HandleSplitRequest(int subtask);

    /// <inheritdoc cref="ISplitEnumerator{TSplit, TState}.HandleSourceEvent"/>
    public abstract void HandleSourceEvent(int subtask, ReadOnlyMemory<byte> data);

    /// <inheritdoc cref="ISplitEnumerator{TSplit, TState}.AddSplitsBack"/>
    public abstract void AddSplitsBack(IEnumerable<HybridSplit> splits, int subtask);

    /// <inheritdoc cref="ISplitEnumerator{TSplit, TState}.SnapshotState"/>
    public abstract byte[] SnapshotState(long checkpointId);

    /// <inheritdoc cref="ISplitEnumerator{TSplit, TState}.Close"/>
    public abstract void Close();
}
