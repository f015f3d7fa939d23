namespace Akka.Flink.Connectors.Kafka;

using System.Buffers;
using Akka.Flink.Formats;
using Confluent.Kafka;

/// <summary>Makes messages of records.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="where">The sink and subtask, for messages.</param>
/// <param name="options">What the sink was built with.</param>
internal sealed class MessageMaker<T>(string where, KafkaSinkOptions<T> options)
{
    private readonly IRecordSerializer<T> _serializer = options.ValueFormat.CreateSerializer();
    private readonly KeyWriter<T>? _key = options.Key?.Invoke();
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>Makes the message of a record.</summary>
    /// <param name="value">The record.</param>
    /// <param name="timestampMs">Its event time; negative for none.</param>
    public Message<byte[]?, byte[]> Make(T value, long timestampMs)
    {
        var doing = "its key selector";
        try
        {
            var message = new Message<byte[]?, byte[]>();
            _buffer.ResetWrittenCount();
            message.Key = _key?.Invoke(value, _buffer);
            doing = "its format";
            _buffer.ResetWrittenCount();
            _serializer.Serialize(value, _buffer);
            message.Value = _buffer.WrittenSpan.ToArray();
            doing = "its headers";
            if (options.Headers is { } headers)
                message.Headers = ToHeaders(headers(value));
            if (timestampMs >= 0)
                message.Timestamp = new Timestamp(timestampMs, TimestampType.CreateTime);
            return message;
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw KafkaErrors.FunctionFailed(where, doing, timestampMs, cause);
        }
    }

    private static Headers ToHeaders(IEnumerable<KeyValuePair<string, byte[]>> given)
    {
        var headers = new Headers();
        foreach (var (name, value) in given)
            headers.Add(name, value);
        return headers;
    }
}
