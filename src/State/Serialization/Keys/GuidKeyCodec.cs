namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

/// <summary>Guids, by the 16 bytes of <see cref="Guid.ToByteArray()"/>.</summary>
internal readonly struct GuidKeyCodec : IKeyCodec<Guid>
{
    private const int Size = 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash(Guid key)
    {
        if (!BitConverter.IsLittleEndian)
            return OfBytes(key);

        var words = Unsafe.BitCast<Guid, UInt128>(key);   // a Guid lies in memory as its bytes are written
        return KeyHash.OfWords((ulong)words, (ulong)(words >> 64));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(Guid left, Guid right) => left == right;

    public void Write(IBufferWriter<byte> output, Guid key)
    {
        key.TryWriteBytes(output.GetSpan(Size));
        output.Advance(Size);
    }

    public Guid Read(ref ReadOnlySpan<byte> input) => new(Wire.ReadBytes(ref input, Size));

    private static uint OfBytes(Guid key)
    {
        Span<byte> bytes = stackalloc byte[Size];
        key.TryWriteBytes(bytes);
        return KeyHash.OfWords(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
    }
}
