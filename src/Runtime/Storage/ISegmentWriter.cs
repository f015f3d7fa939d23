namespace Akka.Flink.Runtime;

/// <summary>Writes a segment.</summary>
/// <remarks><para><b>Threads.</b> The task's.</para></remarks>
internal interface ISegmentWriter
{
    /// <summary>The segment.</summary>
    SegmentId Segment { get; }

    /// <summary>How many chunks were appended.</summary>
    long Appended { get; }

    /// <summary>Whether another slice may be written: fewer than 8 chunks of this writer, and less than 64 MiB of the node, are on their
    /// way. When it turns true again, the progress callback says so.</summary>
    bool IsWritable { get; }

    /// <summary>Appends a chunk, without waiting. After a failure, of which the writer's owner may not have heard yet, it is
    /// dropped.</summary>
    /// <param name="chunk">The chunk. It is copied.</param>
    /// <returns>Its number, from 1.</returns>
    /// <exception cref="StorageException">The writer is closed.</exception>
    long Append(ReadOnlySpan<byte> chunk);

    /// <summary>Ends the segment: nothing more will be appended. What was appended is still written.</summary>
    void Close();
}
