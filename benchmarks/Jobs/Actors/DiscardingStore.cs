namespace Akka.Flink.Jobs.Actors;

using Akka.Flink.Runtime;

/// <summary>Takes chunks and forgets them: what is measured is the task's part in a checkpoint, not the disk's.</summary>
internal sealed class DiscardingStore : IChunkStore
{
    private long _bytes;

    /// <summary>How many bytes were taken.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public ISegmentWriter Open(SegmentId segment, Action<SegmentProgress> persisted) => new Writer(this, segment, persisted);

    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(SegmentRange range, CancellationToken cancellationToken) =>
        throw new NotSupportedException("What was discarded cannot be read.");

    public Task DeleteAsync(SegmentId segment, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<SegmentId>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SegmentId>>([]);

    private sealed class Writer(DiscardingStore store, SegmentId segment, Action<SegmentProgress> persisted) : ISegmentWriter
    {
        public SegmentId Segment { get; } = segment;

        public long Appended { get; private set; }

        public bool IsWritable => true;

        public long Append(ReadOnlyMemory<byte> chunk)
        {
            Interlocked.Add(ref store._bytes, chunk.Length);
            persisted(new SegmentProgress(Segment, ++Appended, null));
            return Appended;
        }

        public void Close()
        {
        }
    }
}
