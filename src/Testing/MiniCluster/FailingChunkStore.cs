namespace Akka.Flink.Testing;

using Akka.Flink.Runtime;

/// <summary>A store whose segments stop being durable while they are told to.</summary>
/// <param name="store">The real store.</param>
/// <param name="faults">Whether writing fails.</param>
internal sealed class FailingChunkStore(IChunkStore store, CheckpointFaults faults) : IChunkStore
{
    public ISegmentWriter Open(SegmentId segment, Action<SegmentProgress> persisted) =>
        new FailingSegmentWriter(store.Open(segment, persisted), faults, persisted);

    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(SegmentRange range, CancellationToken cancellationToken) =>
        store.ReadAsync(range, cancellationToken);

    public Task DeleteAsync(SegmentId segment, CancellationToken cancellationToken) => store.DeleteAsync(segment, cancellationToken);

    public Task<IReadOnlyList<SegmentId>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        store.ListAsync(prefix, cancellationToken);
}
