namespace Akka.Flink.Connectors.Kafka;

using System.Buffers;
using System.Buffers.Binary;
using System.Text;

/// <summary>Writes the fields of a request to a broker, as Kafka's protocol lays them out.</summary>
internal sealed class RequestWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public RequestWriter Int8(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
        return this;
    }

    public RequestWriter Int16(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(_buffer.GetSpan(2), value);
        _buffer.Advance(2);
        return this;
    }

    public RequestWriter Int32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_buffer.GetSpan(4), value);
        _buffer.Advance(4);
        return this;
    }

    public RequestWriter Int64(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(_buffer.GetSpan(8), value);
        _buffer.Advance(8);
        return this;
    }

    /// <summary>A text with its length in two bytes.</summary>
    public RequestWriter String(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Int16((short)bytes.Length);
        _buffer.Write(bytes);
        return this;
    }

    /// <summary>Bytes with their length in four bytes.</summary>
    public RequestWriter Bytes(ReadOnlySpan<byte> value)
    {
        Int32(value.Length);
        _buffer.Write(value);
        return this;
    }

    /// <summary>A text of the flexible versions.</summary>
    public RequestWriter CompactString(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        CompactLength(bytes.Length);
        _buffer.Write(bytes);
        return this;
    }

    /// <summary>The length of an array or text of the flexible versions.</summary>
    public RequestWriter CompactLength(int count)
    {
        var rest = (uint)count + 1;
        for (; rest >= 0x80; rest >>= 7)
            Int8((byte)(rest | 0x80));
        return Int8((byte)rest);
    }

    /// <summary>No tagged fields.</summary>
    public RequestWriter NoTags() => Int8(0);
}
