namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

/// <summary>Guids, by the 16 bytes of <see cref="Guid.ToByteArray()"/>.</summary>
internal readonly struct GuidKeyCodec : IKeyCodec<Guid>
{
    private const int Size = 16;

    public uint Hash(Guid key)
    {
        Span<byte> bytes = stackalloc byte[Size];
        key.TryWriteBytes(bytes);
        return KeyHash.OfWords(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(Guid left, Guid right) => left == right;

    public void Write(IBufferWriter<byte> output, Guid key)
    {
        key.TryWriteBytes(output.GetSpan(Size));
        output.Advance(Size);
    }

    public Guid Read(ref ReadOnlySpan<byte> input) => new(Wire.ReadBytes(ref input, Size));
}
