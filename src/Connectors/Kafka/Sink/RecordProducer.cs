namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;

/// <summary>A client that writes messages to one topic, with what came of them.</summary>
/// <remarks><para><b>Threads.</b> One at a time; what came of messages is told on the client's.</para></remarks>
internal sealed class RecordProducer : IDisposable
{
    private const int NoBound = int.MaxValue;
    private static readonly TimeSpan FlushTurn = TimeSpan.FromMilliseconds(100);

    private readonly string _where;
    private readonly string _topic;
    private readonly string _brokers;
    private readonly WriterMetrics? _metrics;
    private Message<byte[]?, byte[]>? _refused;     // the queue was full by its bytes: to be offered again

    /// <summary>Makes a client.</summary>
    /// <param name="properties">Its properties.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="where">The sink and subtask, for messages.</param>
    /// <param name="metrics">What is counted; null where others do it.</param>
    /// <param name="offsets">Notes where records lie; null for nowhere.</param>
    public RecordProducer(
        IReadOnlyDictionary<string, string> properties, string topic, string where, WriterMetrics? metrics, WrittenOffsets? offsets = null)
    {
        (_topic, _where, _metrics) = (topic, where, metrics);
        _brokers = properties[ClientProperties.Brokers];
        var most = int.TryParse(properties["queue.buffering.max.messages"], out var given) && given > 0 ? given : NoBound;
        Deliveries = new Deliveries(most, AreAnswered(properties), offsets);
        Client = ClientProperties.Build(() => new ProducerBuilder<byte[]?, byte[]>(properties)
            .SetLogHandler((_, message) => Deliveries.Log.OnLog(message))
            .SetErrorHandler((_, error) => Deliveries.OnError(error))
            .Build());
    }

    /// <summary>The client.</summary>
    public IProducer<byte[]?, byte[]> Client { get; }

    /// <summary>What the brokers do not have yet.</summary>
    public Deliveries Deliveries { get; }

    /// <summary>Whether it takes another message.</summary>
    public bool IsWritable
    {
        get
        {
            if (_refused is not null)
                TryProduce(_refused);
            return _refused is null && Deliveries.HasRoom;
        }
    }

    /// <summary>Writes a message.</summary>
    /// <param name="message">The message.</param>
    public void Produce(Message<byte[]?, byte[]> message)
    {
        ThrowIfFailed();
        while (_refused is not null)
        {
            ThrowIfFailed();
            Client.Flush(FlushTurn);
            TryProduce(_refused);
        }

        TryProduce(message);
    }

    /// <summary>Waits until the brokers have everything.</summary>
    /// <param name="ending">Ends the wait.</param>
    public void Flush(CancellationToken ending = default)
    {
        while (_refused is not null || Deliveries.Pending > 0)
        {
            ending.ThrowIfCancellationRequested();
            ThrowIfFailed();
            if (_refused is not null)
                TryProduce(_refused);
            Client.Flush(FlushTurn);
        }

        ThrowIfFailed();
    }

    /// <summary>Says what has failed, if anything has.</summary>
    public void ThrowIfFailed()
    {
        _metrics?.Update(Deliveries);
        if (Deliveries.Failure is { } error)
            throw Failed(error, null);
        if (Deliveries.Log.Refusal is { } refusal)
            throw Failed(refusal, null);
        if (Deliveries.Unconfirmed is { } partition)
            throw KafkaErrors.NotConfirmed(_where, _topic, partition, _brokers);
    }

    public void Dispose() => Client.Dispose();

    private static bool AreAnswered(IReadOnlyDictionary<string, string> properties) =>
        properties.GetValueOrDefault("acks") != "0" && properties.GetValueOrDefault("request.required.acks") != "0";

    private void TryProduce(Message<byte[]?, byte[]> message)
    {
        try
        {
            Deliveries.Begin();
            Client.Produce(_topic, message, Deliveries.Handler);
            _refused = null;
        }
        catch (ProduceException<byte[]?, byte[]> cause)
        {
            Deliveries.Undo();
            if (cause.Error.Code != ErrorCode.Local_QueueFull)
                throw Failed(cause.Error, message);
            _refused = message;
        }
    }

    private JobException Failed(Error error, Message<byte[]?, byte[]>? message) => error.Code switch
    {
        ErrorCode.MsgSizeTooLarge => KafkaErrors.TooLarge(_where, _topic, message?.Value.Length, error),
        ErrorCode.Local_Fenced or ErrorCode.ProducerFenced or ErrorCode.InvalidProducerEpoch => KafkaErrors.Fenced(_where, _topic, error),
        var code when ErrorKinds.IsRefusal(code) => KafkaErrors.NotAuthorized(_brokers, $"writing to topic '{_topic}'", error, null),
        _ => KafkaErrors.DeliveryFailed(_where, _topic, _brokers, error),
    };
}
