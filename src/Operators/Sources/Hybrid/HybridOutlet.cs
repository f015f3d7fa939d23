namespace Akka.Flink.Sources;

/// <summary>Where the splits and signals of the enumerator of one source of a <see cref="HybridSource{T}"/> go.</summary>
/// <param name="context">The hybrid source's own.</param>
/// <param name="index">Which source it is, from 0.</param>
/// <param name="isLast">Whether none follows.</param>
internal sealed class HybridOutlet(ISplitEnumeratorContext<HybridSplit> context, int index, bool isLast)
{
    /// <summary>The hybrid source's own context.</summary>
    public ISplitEnumeratorContext<HybridSplit> Context { get; } = context;

    /// <summary>Whether another source has taken its place: what still comes back counts for nothing.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Gives a reader a split.</summary>
    /// <param name="id">What the source calls it.</param>
    /// <param name="bytes">The split.</param>
    /// <param name="subtask">The reader's subtask.</param>
    public void Assign(string id, byte[] bytes, int subtask) => Context.AssignSplit(new HybridSplit(index, id, bytes), subtask);

    /// <summary>Tells a reader something.</summary>
    /// <param name="kind">What.</param>
    /// <param name="subtask">The reader's subtask.</param>
    /// <param name="data">More of it.</param>
    public void Tell(HybridEventKind kind, int subtask, ReadOnlyMemory<byte> data = default) =>
        Context.SendEventToReader(subtask, new HybridEvent(kind, index, data).ToBytes());

    /// <summary>Tells a reader that it gets no more splits of this source.</summary>
    /// <param name="subtask">The reader's subtask.</param>
    public void SignalNoMoreSplits(int subtask)
    {
        if (isLast)
            Context.SignalNoMoreSplits(subtask);
        else
            Tell(HybridEventKind.NoMoreSplits, subtask);
    }
}
