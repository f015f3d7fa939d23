namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Sinks;

/// <summary>Writes the records of a subtask with a producer of its own.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks><para><b>Threads.</b> The task's; what came of messages is told on the client's.</para></remarks>
internal sealed class KafkaWriter<T> : ISinkWriter<T>
{
    private readonly KafkaSinkOptions<T> _options;
    private readonly MessageMaker<T> _messages;
    private readonly RecordProducer _producer;
    private bool _isClosed;

    public KafkaWriter(ISinkContext context, KafkaSinkOptions<T> options)
    {
        _options = options;
        var where = WriterMetrics.PlaceOf(context);
        _messages = new MessageMaker<T>(where, options);
        NativeLibrarySearch.Load(options.Settings.Librdkafka);
        _producer = new RecordProducer(options.ProducerProperties(), options.Topic, where, new WriterMetrics(context));
        try
        {
            TopicCheck.Run(
                _producer.Client, options.Topic, options.Brokers, options.Settings.MetadataTimeout, _producer.Deliveries.Log,
                CancellationToken.None);
        }
        catch (JobException)
        {
            _producer.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool IsWritable => _producer.IsWritable;

    /// <inheritdoc/>
    public ValueTask WaitAsync(CancellationToken cancellationToken) => new(_producer.Deliveries.WaitAsync(cancellationToken));

    public void Write(T value, long timestampMs) => _producer.Produce(_messages.Make(value, timestampMs));

    public void Flush(bool endOfInput)
    {
        if (_options.Guarantee == DeliveryGuarantee.None && !endOfInput)
            _producer.ThrowIfFailed();
        else
            _producer.Flush();
    }

    public void Close()
    {
        if (_isClosed)
            return;

        _isClosed = true;
        _producer.Dispose();
    }
}
