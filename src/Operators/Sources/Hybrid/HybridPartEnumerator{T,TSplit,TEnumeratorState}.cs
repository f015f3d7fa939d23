namespace Akka.Flink.Sources;

/// <summary>The enumerator of one source of a <see cref="HybridSource{T}"/>.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TSplit">The type of its splits.</typeparam>
/// <typeparam name="TEnumeratorState">What it remembers.</typeparam>
/// <param name="source">The source.</param>
/// <param name="context">What it sees of the readers.</param>
/// <param name="enumerator">The source's own.</param>
internal sealed class HybridPartEnumerator<T, TSplit, TEnumeratorState>(
    ISource<T, TSplit, TEnumeratorState> source, HybridPartContext<TSplit> context, ISplitEnumerator<TSplit, TEnumeratorState> enumerator)
    : HybridPartEnumerator
    where TSplit : ISourceSplit
{
    public override void Start() => enumerator.Start();

    public override void AddReader(int subtask) => enumerator.AddReader(subtask);

    public override void HandleSplitRequest(int subtask) => enumerator.HandleSplitRequest(subtask);

    public override void HandleSourceEvent(int subtask, ReadOnlyMemory<byte> data) => enumerator.HandleSourceEvent(subtask, data);

    public override void AddSplitsBack(IEnumerable<HybridSplit> splits, int subtask) =>
        enumerator.AddSplitsBack(HybridPartReader<T, TSplit>.Read(splits, source.SplitSerializer), subtask);

    public override byte[] SnapshotState(long checkpointId) =>
        HybridPartContext<TSplit>.BytesOf(source.EnumeratorStateSerializer, enumerator.SnapshotState(checkpointId));

    public override void Close()
    {
        context.Outlet.IsClosed = true;
        enumerator.Close();
    }
}
