namespace Akka.Flink.Sources;

using Akka.Flink.State;

/// <summary>A reader of one source of a <see cref="HybridSource{T}"/>.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TSplit">The type of its splits.</typeparam>
/// <param name="reader">The source's own.</param>
/// <param name="serializer">Splits to bytes and back.</param>
internal sealed class HybridPartReader<T, TSplit>(ISourceReader<T, TSplit> reader, ITypeSerializer<TSplit> serializer) : HybridPartReader<T>
    where TSplit : ISourceSplit
{
    public override ISourceReader<T> Reader => reader;

    public override void AddSplits(IEnumerable<HybridSplit> splits) => reader.AddSplits(Read(splits, serializer));

    public override IReadOnlyList<HybridSplit> SnapshotState(int sourceIndex, long checkpointId) =>
    [
        .. reader.SnapshotState(checkpointId)
            .Select(split => new HybridSplit(sourceIndex, split.SplitId, HybridPartContext<TSplit>.BytesOf(serializer, split))),
    ];

    /// <summary>Reads splits.</summary>
    /// <param name="splits">Their bytes.</param>
    /// <param name="serializer">Reads them.</param>
    public static TSplit[] Read(IEnumerable<HybridSplit> splits, ITypeSerializer<TSplit> serializer)
    {
        var read = new List<TSplit>();
        foreach (var split in splits)
        {
            ReadOnlySpan<byte> bytes = split.Inner;
            read.Add(serializer.Read(ref bytes));
        }

        return [.. read];
    }
}
