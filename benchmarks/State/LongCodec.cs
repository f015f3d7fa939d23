namespace Akka.Flink.StateBenchmarks;

using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Akka.Flink.State;

/// <summary>Keys of the benchmarks.</summary>
internal struct LongCodec : IKeyCodec<long>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly uint Hash(long key)
    {
        var word = (ulong)key;
        word ^= word >> 33;
        word *= 0xff51afd7ed558ccd;
        word ^= word >> 33;
        word *= 0xc4ceb9fe1a85ec53;
        return (uint)(word >> 32);
    }

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
