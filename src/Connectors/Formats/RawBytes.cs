namespace Akka.Flink.Formats;

using System.Buffers;

/// <summary>Bytes as they are.</summary>
internal sealed class RawBytes : IFormat<byte[]>, IRecordDeserializer<byte[]>, IRecordSerializer<byte[]>
{
    public RecordFraming Framing => RecordFraming.Lines;

    public IRecordDeserializer<byte[]> CreateDeserializer() => this;   // it has no state

    public IRecordSerializer<byte[]> CreateSerializer() => this;

    public byte[] Deserialize(ReadOnlySpan<byte> bytes) => bytes.ToArray();

    public void Serialize(byte[] value, IBufferWriter<byte> output) => output.Write(value);
}
