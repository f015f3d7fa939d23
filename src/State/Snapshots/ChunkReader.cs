namespace Akka.Flink.State.Snapshots;

using System.Buffers.Binary;

/// <summary>Checks a chunk and gives its entries, one after the other.</summary>
internal ref struct ChunkReader
{
    private ReadOnlySpan<byte> _entries;

    private ChunkReader(ChunkHeader header, ReadOnlySpan<byte> entries, int length)
    {
        Header = header;
        _entries = entries;
        _length = length;
    }

    private readonly int _length;

    /// <summary>What the chunk begins with.</summary>
    public ChunkHeader Header { get; }

    /// <summary>The number of the entry's state.</summary>
    public int State { get; private set; }

    /// <summary>What the entry says.</summary>
    public EntryKind Kind { get; private set; }

    /// <summary>Key and value.</summary>
    public ReadOnlySpan<byte> Entry { get; private set; }

    /// <summary>Where in the chunk the entry begins.</summary>
    public readonly int EntryPosition => _length - sizeof(uint) - _entries.Length - Entry.Length;

    /// <summary>Checks a chunk and reads its header.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="uid">The operator that it is to be restored into.</param>
    /// <exception cref="StateException">It is damaged, cut off, newer than this program, or another operator's.</exception>
    public static ChunkReader Open(ReadOnlySpan<byte> chunk, string uid)
    {
        if (chunk.Length < ChunkHeader.MinBytes || !chunk.StartsWith(ChunkHeader.Magic))
            throw StateErrors.NotAChunk(chunk.Length);
        if (chunk[ChunkHeader.LengthPosition - 1] > ChunkHeader.Version)
            throw StateErrors.NewerVersion(chunk[ChunkHeader.LengthPosition - 1], ChunkHeader.Version);

        var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(chunk[ChunkHeader.LengthPosition..]);
        if (length != chunk.Length)
            throw StateErrors.Truncated(length, chunk.Length);

        var expected = BinaryPrimitives.ReadUInt32LittleEndian(chunk[^sizeof(uint)..]);
        var found = Crc32C.Of(chunk[..^sizeof(uint)]);
        if (expected != found)
            throw StateErrors.Damaged(expected, found);

        var body = chunk[(ChunkHeader.LengthPosition + sizeof(uint))..^sizeof(uint)];
        var header = ReadHeader(ref body, uid);
        return header.Operator == uid ? new ChunkReader(header, body, length) : throw StateErrors.WrongOperator(uid, header.Operator);
    }

    /// <summary>Goes to the next entry.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        if (_entries.IsEmpty)
            return false;

        try
        {
            var tag = Varint.Read(ref _entries);
            var length = (int)Varint.Read(ref _entries);
            State = (int)(tag >> 2);
            Kind = (EntryKind)(tag & 3);
            Entry = _entries[..length];
            _entries = _entries[length..];
            return State < Header.States.Length
                ? true
                : throw StateErrors.UnknownStateNumber(State, Header.States.Length);
        }
        catch (Exception e) when (e is not StateException)
        {
            throw StateErrors.Malformed(Header.Operator, e);
        }
    }

    private static ChunkHeader ReadHeader(ref ReadOnlySpan<byte> body, string uid)
    {
        try
        {
            return ChunkHeader.Read(ref body);
        }
        catch (Exception e) when (e is not StateException)
        {
            throw StateErrors.Malformed(uid, e);
        }
    }
}
