namespace Akka.Flink.Runtime;

/// <summary>Keeps the chunks of checkpoints, in segments.</summary>
/// <remarks><para><b>Threads.</b> Any.</para></remarks>
internal interface IChunkStore
{
    /// <summary>Opens a new segment for its only writer.</summary>
    /// <param name="segment">A name that was never used before.</param>
    /// <param name="persisted">Told with the number of chunks that are durable by now, or, once, with the failure. Called by a thread of
    /// the store's, by one that gives back room in the budget of the node, or within <see cref="ISegmentWriter.IsWritable"/>: must only
    /// pass it on.</param>
    /// <returns>The writer. The segment is there from its first chunk on; a writer without chunks costs nothing.</returns>
    /// <exception cref="StorageException">The name is not fit to name a segment. That it was used before is told as a failure.</exception>
    ISegmentWriter Open(SegmentId segment, Action<SegmentProgress> persisted);

    /// <summary>Reads chunks of a segment in order.</summary>
    /// <param name="range">Which.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The chunks, each checked by length and CRC.</returns>
    /// <exception cref="StorageException">A chunk is missing or damaged; the message names segment and number.</exception>
    IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(SegmentRange range, CancellationToken cancellationToken);

    /// <summary>Deletes a whole segment. Deleting what is not there does nothing.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task DeleteAsync(SegmentId segment, CancellationToken cancellationToken);

    /// <summary>All segments whose names begin with a prefix: for the janitor, which looks for those that nobody names.</summary>
    /// <param name="prefix">The prefix; a job's segments share one.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<IReadOnlyList<SegmentId>> ListAsync(string prefix, CancellationToken cancellationToken);
}
