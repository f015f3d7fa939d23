namespace Akka.Flink.State.Snapshots;

using System.Buffers;
using System.Buffers.Binary;
using System.Text;

/// <summary>A chunk while it is written.</summary>
internal sealed class ChunkBuffer : IBufferWriter<byte>
{
    private byte[] _bytes;

    /// <summary>An empty chunk.</summary>
    /// <param name="capacity">How many bytes it will take without growing.</param>
    public ChunkBuffer(int capacity) => _bytes = ChunkPool.Rent(capacity);

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public Span<byte> Written => _bytes.AsSpan(0, Length);

    /// <inheritdoc/>
    public void Advance(int count) => Length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _bytes.AsMemory(Length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _bytes.AsSpan(Length);
    }

    /// <summary>Writes a byte.</summary>
    public void WriteByte(byte value)
    {
        Ensure(1);
        _bytes[Length++] = value;
    }

    /// <summary>Writes four bytes, the lowest first.</summary>
    public void WriteUInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(GetSpan(sizeof(uint)), value);
        Length += sizeof(uint);
    }

    /// <summary>Writes a number in 7 bits a byte, the lowest first.</summary>
    public void WriteVarint(ulong value)
    {
        Ensure(10);
        Length += Varint.Write(_bytes.AsSpan(Length), value);
    }

    /// <summary>Writes a string as UTF-8 behind its length.</summary>
    public void WriteString(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        WriteVarint((ulong)length);
        Length += Encoding.UTF8.GetBytes(value, GetSpan(length));
    }

    /// <summary>Makes a gap of some bytes before what was written from a position on.</summary>
    /// <param name="position">Where the gap is to be.</param>
    /// <param name="count">How many bytes.</param>
    public void Insert(int position, int count)
    {
        Ensure(count);
        _bytes.AsSpan(position, Length - position).CopyTo(_bytes.AsSpan(position + count));
        Length += count;
    }

    /// <summary>Starts anew, in the same memory unless an entry made it grow.</summary>
    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > ChunkPool.ArrayBytes)
            _bytes = ChunkPool.Rent(ChunkPool.ArrayBytes);
    }

    /// <summary>Gives the memory back: nothing more is written.</summary>
    public void Release()
    {
        ChunkPool.Return(_bytes);
        _bytes = [];
    }

    private void Ensure(int count)
    {
        var needed = Length + Math.Max(count, 1);
        if (needed <= _bytes.Length)
            return;

        var larger = ChunkPool.Rent(Math.Max(needed, _bytes.Length * 2));
        Written.CopyTo(larger);
        ChunkPool.Return(_bytes);
        _bytes = larger;
    }
}
