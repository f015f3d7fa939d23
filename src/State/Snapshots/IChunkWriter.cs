namespace Akka.Flink.State;

/// <summary>Takes the finished chunks of snapshots, in order.</summary>
/// <remarks>
/// Called on the operator's thread, also in the middle of a record: it must not block, and should only copy the chunk and hand it on.
/// Whether more may be written at the moment is decided before a slice is begun, not here.
/// </remarks>
public interface IChunkWriter
{
    /// <summary>Takes a chunk. Its memory is used for the next one: what is to be kept is copied.</summary>
    /// <param name="chunk">The whole chunk, length and checksum included.</param>
    void Write(ReadOnlySpan<byte> chunk);
}
