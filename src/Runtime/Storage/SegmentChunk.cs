namespace Akka.Flink.Runtime;

using Akka.Flink.State.Snapshots;

/// <summary>A chunk: the event with its number, in the persistence id that is its segment's name.</summary>
/// <param name="Number">Its number, which is the event's sequence number.</param>
/// <param name="Frame"><see cref="ChunkFrame"/>, the chunk, and perhaps zeros behind it, as a journal has them; shorter than a header only
/// when it is damaged.</param>
/// <param name="Length">The chunk's length.</param>
/// <param name="Damage">What is wrong with what was read, in a sentence; null when it is whole.</param>
internal sealed record SegmentChunk(long Number, byte[] Frame, int Length, string? Damage = null) : ISegmentEvent
{
    private const int MostZeros = ChunkPool.ArrayBytes / 16;

    /// <summary>The chunk.</summary>
    public ReadOnlyMemory<byte> Bytes => Length == 0 ? default : Frame.AsMemory(ChunkFrame.HeaderBytes, Length);

    /// <summary>Whether there are zeros behind it.</summary>
    public bool IsPadded => Frame.Length > ChunkFrame.HeaderBytes + Length;

    /// <summary>Whether <see cref="Frame"/> goes back to <see cref="ChunkPool"/> when the journal has written it.</summary>
    public bool IsRented { get; private init; }

    /// <summary>Makes an event of a chunk that was appended.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="rented">An array of <see cref="ChunkPool"/> with the chunk behind room for its header.</param>
    /// <param name="length">The chunk's length.</param>
    /// <param name="isKept">Whether the journal may keep the array that it is given.</param>
    /// <remarks>A journal takes a whole array. One of the chunk's own length is given as it is, and so is one of the pool that is nearly
    /// full; otherwise, as for a journal that keeps what it gets, what is in it is copied, and it goes back at once.</remarks>
    public static SegmentChunk Of(long number, byte[] rented, int length, bool isKept)
    {
        var framed = ChunkFrame.HeaderBytes + length;
        ChunkFrame.WriteHeader(rented, number, rented.AsSpan(ChunkFrame.HeaderBytes, length));
        if (rented.Length == framed)
            return new SegmentChunk(number, rented, length);
        if (!isKept && rented.Length - framed <= MostZeros)
        {
            rented.AsSpan(framed).Clear();
            return new SegmentChunk(number, rented, length) { IsRented = true };
        }

        var frame = rented.AsSpan(0, framed).ToArray();
        ChunkPool.Return(rented);
        return new SegmentChunk(number, frame, length);
    }
}
