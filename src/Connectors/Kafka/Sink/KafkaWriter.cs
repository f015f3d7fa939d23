namespace Akka.Flink.Connectors.Kafka;

using System.Buffers;
using Akka.Flink.Formats;
using Akka.Flink.Sinks;
using Confluent.Kafka;

/// <summary>Writes the records of a subtask with a producer of its own.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks><para><b>Threads.</b> The task's; what came of messages is told on the client's.</para></remarks>
internal sealed class KafkaWriter<T> : ISinkWriter<T>
{
    private const int NoBound = int.MaxValue;
    private static readonly TimeSpan FlushTurn = TimeSpan.FromMilliseconds(100);

    private readonly KafkaSinkOptions<T> _options;
    private readonly string _where;
    private readonly IRecordSerializer<T> _serializer;
    private readonly KeyWriter<T>? _key;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly IProducer<byte[]?, byte[]> _producer;
    private readonly Deliveries _deliveries;
    private readonly WriterMetrics _metrics;
    private Message<byte[]?, byte[]>? _refused;     // the queue was full by its bytes: to be offered again
    private bool _isClosed;

    public KafkaWriter(ISinkContext context, KafkaSinkOptions<T> options)
    {
        _options = options;
        _where = $"Sink '{context.OperatorName}' ({context.OperatorUid}), subtask {context.SubtaskIndex} of {context.Parallelism}";
        _serializer = options.ValueFormat.CreateSerializer();
        _key = options.Key?.Invoke();
        NativeLibrarySearch.Load(options.Settings.Librdkafka);
        var properties = options.ProducerProperties();
        _deliveries = new Deliveries(int.TryParse(properties["queue.buffering.max.messages"], out var most) && most > 0 ? most : NoBound);
        _metrics = new WriterMetrics(context);
        _producer = ClientProperties.Build(() => new ProducerBuilder<byte[]?, byte[]>(properties)
            .SetLogHandler((_, message) => _deliveries.Log.OnLog(message))
            .SetErrorHandler((_, error) => _deliveries.OnError(error))
            .Build());
        try
        {
            TopicCheck.Run(_producer, options.Topic, options.Brokers, options.Settings.MetadataTimeout, _deliveries.Log);
        }
        catch (JobException)
        {
            _producer.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool IsWritable
    {
        get
        {
            if (_refused is not null)
                TryProduce(_refused);
            return _refused is null && _deliveries.HasRoom;
        }
    }

    /// <inheritdoc/>
    public ValueTask WaitAsync(CancellationToken cancellationToken) => new(_deliveries.WaitAsync(cancellationToken));

    public void Write(T value, long timestampMs)
    {
        ThrowIfFailed();
        if (_refused is not null)
            WaitForRoom();
        TryProduce(ToMessage(value, timestampMs));
    }

    public void Flush(bool endOfInput)
    {
        if (_options.Guarantee == DeliveryGuarantee.None && !endOfInput)
        {
            ThrowIfFailed();
            return;
        }

        while (_refused is not null || _deliveries.Pending > 0)
        {
            ThrowIfFailed();
            if (_refused is not null)
                TryProduce(_refused);
            _producer.Flush(FlushTurn);
        }

        ThrowIfFailed();
    }

    public void Close()
    {
        if (_isClosed)
            return;

        _isClosed = true;
        _producer.Dispose();
    }

    private Message<byte[]?, byte[]> ToMessage(T value, long timestampMs)
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
            if (_options.Headers is { } headers)
                message.Headers = ToHeaders(headers(value));
            if (timestampMs >= 0)
                message.Timestamp = new Timestamp(timestampMs, TimestampType.CreateTime);
            return message;
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw KafkaErrors.FunctionFailed(_where, doing, timestampMs, cause);
        }
    }

    private static Headers ToHeaders(IEnumerable<KeyValuePair<string, byte[]>> given)
    {
        var headers = new Headers();
        foreach (var (name, value) in given)
            headers.Add(name, value);
        return headers;
    }

    private void TryProduce(Message<byte[]?, byte[]> message)
    {
        try
        {
            _deliveries.Begin();
            _producer.Produce(_options.Topic, message, _deliveries.Handler);
            _refused = null;
        }
        catch (ProduceException<byte[]?, byte[]> cause)
        {
            _deliveries.Undo();
            if (cause.Error.Code != ErrorCode.Local_QueueFull)
                throw Failed(cause.Error, message);
            _refused = message;
        }
    }

    private void WaitForRoom()
    {
        while (_refused is not null)
        {
            ThrowIfFailed();
            _producer.Flush(FlushTurn);
            TryProduce(_refused);
        }
    }

    private void ThrowIfFailed()
    {
        _metrics.Update(_deliveries);
        if (_deliveries.Failure is { } error)
            throw Failed(error, null);
        if (_deliveries.Log.Refusal is { } refusal)
            throw KafkaErrors.NotAuthorized(_options.Brokers, $"writing to topic '{_options.Topic}'", refusal, null);
    }

    private JobException Failed(Error error, Message<byte[]?, byte[]>? message) => error.Code switch
    {
        ErrorCode.MsgSizeTooLarge => KafkaErrors.TooLarge(_where, _options.Topic, message?.Value.Length, error),
        var code when ErrorKinds.IsRefusal(code) =>
            KafkaErrors.NotAuthorized(_options.Brokers, $"writing to topic '{_options.Topic}'", error, null),
        _ => KafkaErrors.DeliveryFailed(_where, _options.Topic, _options.Brokers, error),
    };
}
