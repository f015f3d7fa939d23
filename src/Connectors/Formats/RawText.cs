namespace Akka.Flink.Formats;

using System.Buffers;
using System.Text;

/// <summary>Text in UTF-8.</summary>
internal sealed class RawText : IFormat<string>, IRecordDeserializer<string>, IRecordSerializer<string>
{
    public RecordFraming Framing => RecordFraming.Lines;

    public IRecordDeserializer<string> CreateDeserializer() => this;   // it has no state

    public IRecordSerializer<string> CreateSerializer() => this;

    public string Deserialize(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    public void Serialize(string value, IBufferWriter<byte> output) => Encoding.UTF8.GetBytes(value, output);
}
