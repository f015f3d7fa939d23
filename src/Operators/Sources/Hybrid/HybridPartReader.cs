namespace Akka.Flink.Sources;

/// <summary>A reader of one source of a <see cref="HybridSource{T}"/>, whatever its splits are.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal abstract class HybridPartReader<T>
{
    /// <summary>The source's own reader.</summary>
    public abstract ISourceReader<T> Reader { get; }

    /// <summary>Takes splits.</summary>
    /// <param name="splits">The splits.</param>
    public abstract void AddSplits(IEnumerable<HybridSplit> splits);

    /// <summary>The splits that are not read to their end.</summary>
    /// <param name="sourceIndex">Which source it is, from 0.</param>
    /// <param name="checkpointId">The checkpoint's number.</param>
    public abstract IReadOnlyList<HybridSplit> SnapshotState(int sourceIndex, long checkpointId);
}
