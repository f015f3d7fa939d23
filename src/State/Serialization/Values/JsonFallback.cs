namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using System.Text.Json;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>Serializes values as JSON: a length + 1, or 0 for null, and UTF-8 text. For types that only System.Text.Json knows how to
/// write.</summary>
/// <typeparam name="T">The values' type.</typeparam>
internal sealed class JsonFallback<T> : Serializer<T>
{
    public override void Write(IBufferWriter<byte> output, T value)
    {
        if (value is null)
        {
            Wire.WriteLength(output, 0);
            return;
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(value, JsonFallbacks.Options);
        Wire.WriteLength(output, (uint)json.Length + 1);
        Wire.WriteBytes(output, json);
    }

    public override T Read(ref ReadOnlySpan<byte> input)
    {
        var head = Wire.ReadLength(ref input);
        if (head == 0)
            return default!;

        var json = Wire.ReadBytes(ref input, (int)Math.Min(head - 1, int.MaxValue));
        try
        {
            return JsonSerializer.Deserialize<T>(json, JsonFallbacks.Options)!;
        }
        catch (Exception cause) when (cause is JsonException or NotSupportedException)
        {
            throw SerializationErrors.UnreadableJson(typeof(T), cause);
        }
    }

    public override T Copy(T value)
    {
        if (value is null)
            return value;

        var output = new ArrayBufferWriter<byte>();
        Write(output, value);
        var input = output.WrittenSpan;
        return Read(ref input);
    }

    public override Schema Describe(SchemaScope scope) => new(SchemaKinds.Json, SchemaNames.Of(typeof(T)), []);

    public override bool IsDeeplyImmutable(HashSet<Serializer> visited) => false;

    protected override ITypeSerializer<T>? Convert(Schema written, ReaderScope scope) =>
        written.Kind == SchemaKinds.Json && SchemaNames.Match(typeof(T), written.Name) ? this : null;
}
