namespace Akka.Flink.Runtime;

using System.Globalization;
using Microsoft.Win32.SafeHandles;

/// <summary>Reads chunks of a segment's file, in order; one chunk is in memory at a time.</summary>
/// <remarks>Chunks before the range are skipped by their lengths. What stands behind the range is not looked at: a crash may have torn it,
/// and nobody was told that it was durable.</remarks>
/// <param name="handle">The file.</param>
/// <param name="path">The file's name, for messages.</param>
/// <param name="range">The range.</param>
internal sealed class SegmentFileReader(SafeFileHandle handle, string path, SegmentRange range) : IDisposable
{
    private readonly byte[] _header = new byte[ChunkFrame.HeaderBytes];
    private long _position;
    private long _chunkAt;   // where the header of the next chunk is
    private long _next;

    /// <summary>Goes to the first chunk of the range.</summary>
    public async ValueTask SeekAsync(CancellationToken cancellationToken)
    {
        var found = new byte[SegmentFileHeader.LengthOf(range.Segment)];
        var length = await FillAsync(found, cancellationToken).ConfigureAwait(false);
        if (SegmentFileHeader.Check(range.Segment, found.AsSpan(0, length)) is { } damage)
            throw StorageErrors.Damaged(range, range.First, Place, damage);

        for (_next = 1; _next < range.First; _next++)
        {
            var skipped = await ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
            _position += skipped;   // which the reading has moved meanwhile
        }
    }

    /// <summary>Reads the next chunk.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        var length = await ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        var left = RandomAccess.GetLength(handle) - _position;
        if (left < length)
            throw StorageErrors.Damaged(range, _next, Place, ChunkFrame.CutOff(length, left));

        var chunk = GC.AllocateUninitializedArray<byte>(length);
        var filled = await FillAsync(chunk, cancellationToken).ConfigureAwait(false);
        if (filled < length)
            throw StorageErrors.Damaged(range, _next, Place, ChunkFrame.CutOff(length, filled));
        if (ChunkFrame.Check(_header, chunk) is { } damage)
            throw StorageErrors.Damaged(range, _next, Place, damage);

        _next++;
        return chunk;
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    private string Place => string.Create(CultureInfo.InvariantCulture, $"{path} at byte {_chunkAt}");

    private async ValueTask<int> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        _chunkAt = _position;
        var filled = await FillAsync(_header, cancellationToken).ConfigureAwait(false);
        if (filled == 0)
            throw StorageErrors.Missing(range, _next, path);
        if (filled < _header.Length)
            throw StorageErrors.Damaged(range, _next, Place, ChunkFrame.CutOff(_header.Length, filled));

        var damage = ChunkFrame.ReadHeader(_header, out var length, out var number);
        if (damage is null && number != _next)
            damage = ChunkFrame.WrongNumber(number);
        return damage is null ? length : throw StorageErrors.Damaged(range, _next, Place, damage);
    }

    /// <summary>Reads as many bytes as there are, up to the buffer's length.</summary>
    private async ValueTask<int> FillAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var filled = 0;
        while (filled < buffer.Length)
        {
            var count = await RandomAccess.ReadAsync(handle, buffer[filled..], _position, cancellationToken).ConfigureAwait(false);
            if (count == 0)
                break;
            filled += count;
            _position += count;
        }

        return filled;
    }
}
