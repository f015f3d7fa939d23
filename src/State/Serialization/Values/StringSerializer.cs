namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>Serializes strings.</summary>
internal sealed class StringSerializer : Serializer<string?>
{
    public override void Write(IBufferWriter<byte> output, string? value) => Wire.WriteString(output, value);

    public override string? Read(ref ReadOnlySpan<byte> input) => Wire.ReadString(ref input);

    public override Schema Describe(SchemaScope scope) => Schema.Of(SchemaKinds.String);

    protected override ITypeSerializer<string?>? Convert(Schema written, ReaderScope scope) => null;
}
