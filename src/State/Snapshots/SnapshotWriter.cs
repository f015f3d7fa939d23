namespace Akka.Flink.State.Snapshots;

using System.Buffers;
using System.Buffers.Binary;

/// <summary>Entries to chunks: each is self-contained, a header and as many entries as make it reach its size.</summary>
/// <remarks>
/// <para>A chunk is <c>AFSC</c>, a version byte, its length (4 bytes), the header, entries, and the CRC-32C of all before (4 bytes). An
/// entry is a varint (state number times four, plus <see cref="EntryKind"/>), the length of what follows as a padded varint, the key, and
/// the value. The header is described at <see cref="ChunkHeader"/>.</para>
/// <para>Owned by a snapshot in progress. All its chunks are written in the same memory, from the chunk pool.</para>
/// </remarks>
internal sealed class SnapshotWriter
{
    /// <summary>The size a chunk is closed at: its last entry, when it has less than 8,000 bytes, still fits into 256 KiB, and so does
    /// what a store puts before it.</summary>
    public const int ChunkBytes = ChunkPool.ArrayBytes - (ChunkPool.ArrayBytes / 32);

    private const int ShortLength = 2;
    private const int LongLength = 5;
    private const int MaxShort = (1 << (7 * ShortLength)) - 1;

    private readonly IChunkWriter _sink;
    private readonly ChunkHeader _header;
    private readonly ChunkBuffer _buffer = new(ChunkPool.ArrayBytes);
    private long _handedOver;
    private int _bodyStart;
    private int _entries;
    private int _chunks;

    /// <summary>A writer for one snapshot.</summary>
    /// <param name="sink">Takes the chunks.</param>
    /// <param name="header">What each chunk begins with.</param>
    public SnapshotWriter(IChunkWriter sink, ChunkHeader header)
    {
        _sink = sink;
        _header = header;
        _header.Write(_buffer);
    }

    /// <summary>How many bytes were written so far.</summary>
    public long Bytes => _handedOver + _buffer.Length;

    /// <summary>Where the slice in progress ends, as a number of bytes since the snapshot began.</summary>
    public long SliceEnd { get; set; } = long.MaxValue;

    /// <summary>Whether the slice in progress is used up.</summary>
    public bool IsSliceFull => Bytes >= SliceEnd;

    /// <summary>Begins an entry.</summary>
    /// <param name="state">The state's number in the header.</param>
    /// <param name="kind">What the entry says.</param>
    /// <returns>Where to write the key, and the value if there is one.</returns>
    public IBufferWriter<byte> Begin(int state, EntryKind kind)
    {
        _buffer.WriteVarint(((ulong)state << 2) | (ulong)kind);
        _buffer.GetSpan(ShortLength);
        _buffer.Advance(ShortLength);
        _bodyStart = _buffer.Length;
        return _buffer;
    }

    /// <summary>Ends the entry.</summary>
    public void End()
    {
        var length = _buffer.Length - _bodyStart;
        var lengthBytes = ShortLength;
        if (length > MaxShort)
        {
            lengthBytes = LongLength;
            _buffer.Insert(_bodyStart, LongLength - ShortLength);
        }

        Varint.WritePadded(_buffer.Written[(_bodyStart - ShortLength)..], (uint)length, lengthBytes);
        _entries++;
        if (_buffer.Length >= ChunkBytes)
            CloseChunk();
    }

    /// <summary>Hands over what is left. A snapshot has at least one chunk, so that it can be told that nothing was there.</summary>
    public void Complete()
    {
        if (_entries > 0 || _chunks == 0)
            CloseChunk();
        _buffer.Release();
    }

    private void CloseChunk()
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_buffer.Written[ChunkHeader.LengthPosition..], (uint)_buffer.Length + sizeof(uint));
        _buffer.WriteUInt32(Crc32C.Of(_buffer.Written));
        _handedOver += _buffer.Length;
        _sink.Write(_buffer.Written);
        _buffer.Clear();
        _chunks++;
        _entries = 0;
        _header.Write(_buffer);
    }
}
