namespace Akka.Flink.Runtime;

using Akka.Actor;

/// <summary>Reads the chunks that a task restores, a few ahead, and tells them to it one by one.</summary>
/// <param name="store">Where they are.</param>
/// <param name="task">The task.</param>
/// <remarks><para><b>Threads.</b> It reads on threads of the store's; the task says when it has applied one.</para></remarks>
internal sealed class StateReader(IChunkStore store, IActorRef task)
{
    private const int Ahead = 8;

    private readonly SemaphoreSlim _room = new(Ahead);

    /// <summary>Says that a chunk is applied.</summary>
    public void Applied() => _room.Release();

    /// <summary>Reads everything.</summary>
    /// <param name="operators">What is restored.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Ends when everything has been told.</returns>
    public async Task ReadAsync(IReadOnlyList<OperatorRestore> operators, CancellationToken cancellationToken)
    {
        foreach (var each in operators)
        {
            foreach (var handle in each.Keyed)
                await ReadAsync(each.Uid, handle, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ReadAsync(string uid, KeyedStateHandle handle, CancellationToken cancellationToken)
    {
        foreach (var range in handle.Chunks)
        {
            await foreach (var chunk in Read(range, cancellationToken).ConfigureAwait(false))
            {
                await _room.WaitAsync(cancellationToken).ConfigureAwait(false);
                task.Tell(new RestoredChunk(uid, chunk), ActorRefs.NoSender);
            }
        }
    }

    private IAsyncEnumerable<ReadOnlyMemory<byte>> Read(SegmentRange range, CancellationToken cancellationToken) =>
        SavepointSegments.IsSaved(range.Segment)
            ? SavepointSegments.ReadAsync(range, cancellationToken)
            : store.ReadAsync(range, cancellationToken);
}
