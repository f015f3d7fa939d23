namespace Akka.Flink.Sources;

/// <summary>What a reader of one source of a <see cref="HybridSource{T}"/> is told of where it runs.</summary>
/// <param name="context">The hybrid source's own.</param>
/// <param name="sourceIndex">Which source it is, from 0.</param>
internal sealed class HybridReaderContext(ISourceReaderContext context, int sourceIndex) : ISourceReaderContext
{
    public string OperatorName => context.OperatorName;

    public string OperatorUid => context.OperatorUid;

    public int SubtaskIndex => context.SubtaskIndex;

    public int Parallelism => context.Parallelism;

    public void SendSplitRequest() => context.SendSplitRequest();

    public void SendSourceEvent(ReadOnlyMemory<byte> data) =>
        context.SendSourceEvent(new HybridEvent(HybridEventKind.Inner, sourceIndex, data).ToBytes());

    public void ReleaseSplit(string splitId) => context.ReleaseSplit(HybridSplit.IdOf(sourceIndex, splitId));

    public bool Collect<TSide>(OutputTag<TSide> tag, TSide value, long timestampMs) => context.Collect(tag, value, timestampMs);

    public Counter Counter(string name) => context.Counter(name);
}
