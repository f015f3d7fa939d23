namespace Akka.Flink.Connectors.Kafka;

using System.Buffers.Binary;
using System.Text;

/// <summary>Reads the fields of a broker's answer, as Kafka's protocol lays them out.</summary>
/// <param name="bytes">The answer, behind its size.</param>
internal sealed class ResponseReader(byte[] bytes)
{
    private int _at;

    public byte Int8() => Take(1)[0];

    public short Int16() => BinaryPrimitives.ReadInt16BigEndian(Take(2));

    public int Int32() => BinaryPrimitives.ReadInt32BigEndian(Take(4));

    public long Int64() => BinaryPrimitives.ReadInt64BigEndian(Take(8));

    /// <summary>A text with its length in two bytes; null where there is none.</summary>
    public string? String()
    {
        var length = Int16();
        return length < 0 ? null : Encoding.UTF8.GetString(Take(length));
    }

    /// <summary>Bytes with their length in four bytes.</summary>
    public byte[] Bytes()
    {
        var length = Int32();
        return length <= 0 ? [] : Take(length).ToArray();
    }

    /// <summary>A text of the flexible versions; null where there is none.</summary>
    public string? CompactString()
    {
        var length = CompactLength();
        return length < 0 ? null : Encoding.UTF8.GetString(Take(length));
    }

    /// <summary>The length of an array or text of the flexible versions; -1 where there is none.</summary>
    public int CompactLength() => (int)UnsignedVarint() - 1;

    /// <summary>Passes over tagged fields.</summary>
    public void Tags()
    {
        for (var count = UnsignedVarint(); count > 0; count--)
        {
            UnsignedVarint();
            Take((int)UnsignedVarint());
        }
    }

    private uint UnsignedVarint()
    {
        var (value, shift) = (0u, 0);
        byte next;
        do
        {
            next = Int8();
            value |= (uint)(next & 0x7f) << shift;
            shift += 7;
        }
        while (next >= 0x80 && shift < 35);

        return value;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > bytes.Length - _at)
            throw ProtocolErrors.Truncated(bytes.Length);

        _at += count;
        return bytes.AsSpan(_at - count, count);
    }
}
