namespace Akka.Flink.State.Tests.Keyed;

using System.Buffers;
using System.Buffers.Binary;

/// <summary>The bytes of a <see cref="Bulk"/>.</summary>
internal struct BulkCodec : IKeyCodec<Bulk>
{
    public readonly uint Hash(Bulk key) => throw new NotSupportedException("This is no key.");

    public readonly bool Equals(Bulk left, Bulk right) => left.Bytes.AsSpan().SequenceEqual(right.Bytes);

    public readonly void Write(IBufferWriter<byte> output, Bulk key)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(sizeof(int)), key.Bytes.Length);
        output.Advance(sizeof(int));
        output.Write(key.Bytes);
    }

    public readonly Bulk Read(ref ReadOnlySpan<byte> input)
    {
        var bulk = new Bulk(input.Slice(sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(input)).ToArray());
        input = input[(sizeof(int) + bulk.Bytes.Length)..];
        return bulk;
    }
}
