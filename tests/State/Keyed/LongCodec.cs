namespace Akka.Flink.State.Tests.Keyed;

using System.Buffers;
using System.Buffers.Binary;

/// <summary>A codec of the tests: eight bytes, and a hash that any table can live with.</summary>
internal struct LongCodec : IKeyCodec<long>
{
    public readonly uint Hash(long key) => (uint)(((ulong)key * 0xff51afd7ed558ccd) >> 32);

    public readonly bool Equals(long left, long right) => left == right;

    public readonly void Write(IBufferWriter<byte> output, long key)
    {
        BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(sizeof(long)), key);
        output.Advance(sizeof(long));
    }

    public readonly long Read(ref ReadOnlySpan<byte> input)
    {
        var key = BinaryPrimitives.ReadInt64LittleEndian(input);
        input = input[sizeof(long)..];
        return key;
    }
}
