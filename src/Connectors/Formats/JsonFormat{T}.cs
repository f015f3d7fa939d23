namespace Akka.Flink.Formats;

using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

/// <summary>Records as JSON, each on one line.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>Made by <see cref="JsonFormat"/>. A record is read straight from the bytes of its message or file.</remarks>
public sealed class JsonFormat<T> : IFormat<T>
{
    private readonly JsonTypeInfo<T> _typeInfo;

    internal JsonFormat(JsonTypeInfo<T> typeInfo) => _typeInfo = typeInfo;

    /// <inheritdoc/>
    public RecordFraming Framing => RecordFraming.NonBlankLines;

    /// <inheritdoc/>
    public IRecordDeserializer<T> CreateDeserializer() => new Deserializer(_typeInfo);

    /// <inheritdoc/>
    public IRecordSerializer<T> CreateSerializer() => new Serializer(_typeInfo);

    private sealed class Deserializer(JsonTypeInfo<T> typeInfo) : IRecordDeserializer<T>
    {
        public T Deserialize(ReadOnlySpan<byte> bytes) =>
            JsonSerializer.Deserialize(bytes, typeInfo) ?? throw FormatErrors.IsNull();
    }

    private sealed class Serializer(JsonTypeInfo<T> typeInfo) : IRecordSerializer<T>
    {
        private readonly Utf8JsonWriter _writer = new(
            new ArrayBufferWriter<byte>(1),
            new JsonWriterOptions { Encoder = typeInfo.Options.Encoder, SkipValidation = true, MaxDepth = typeInfo.Options.MaxDepth });

        public void Serialize(T value, IBufferWriter<byte> output)
        {
            _writer.Reset(output);
            JsonSerializer.Serialize(_writer, value, typeInfo);
            _writer.Flush();
        }
    }
}
