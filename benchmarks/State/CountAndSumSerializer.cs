namespace Akka.Flink.StateBenchmarks;

using System.Buffers;
using System.Buffers.Binary;
using Akka.Flink.State;

/// <summary>The bytes of a <see cref="CountAndSum"/>.</summary>
internal sealed class CountAndSumSerializer : ITypeSerializer<CountAndSum>
{
    public Schema Schema { get; } = Schema.Of("countAndSum");

    public bool IsImmutable => true;

    public void Write(IBufferWriter<byte> output, CountAndSum value)
    {
        var span = output.GetSpan(2 * sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(span, value.Count);
        BinaryPrimitives.WriteInt64LittleEndian(span[sizeof(long)..], value.Sum);
        output.Advance(2 * sizeof(long));
    }

    public CountAndSum Read(ref ReadOnlySpan<byte> input)
    {
        var value = new CountAndSum
        {
            Count = BinaryPrimitives.ReadInt64LittleEndian(input),
            Sum = BinaryPrimitives.ReadInt64LittleEndian(input[sizeof(long)..]),
        };
        input = input[(2 * sizeof(long))..];
        return value;
    }

    public CountAndSum Copy(CountAndSum value) => value;

    public ITypeSerializer<CountAndSum>? ReaderFor(Schema written) => written == Schema ? this : null;
}
