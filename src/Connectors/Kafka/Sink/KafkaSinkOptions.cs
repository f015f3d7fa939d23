namespace Akka.Flink.Connectors.Kafka;

using System.Globalization;
using Akka.Flink.Formats;

/// <summary>What a sink was built with.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed record KafkaSinkOptions<T>
{
    public required ClientProperties Properties { get; init; }

    public required string Topic { get; init; }

    public required ISerializationFormat<T> ValueFormat { get; init; }

    /// <summary>Makes what writes keys, for each writer; null where records have no key.</summary>
    public required Func<KeyWriter<T>>? Key { get; init; }

    public required Func<T, IEnumerable<KeyValuePair<string, byte[]>>>? Headers { get; init; }

    public required DeliveryGuarantee Guarantee { get; init; }

    /// <summary>What names of transactions begin with; null where there are none.</summary>
    public required string? TransactionPrefix { get; init; }

    /// <summary>After how long brokers abort a transaction.</summary>
    public required TimeSpan TransactionTimeout { get; init; }

    /// <summary>How many transactions a subtask is prepared for.</summary>
    public required int TransactionPool { get; init; }

    public KafkaSettings Settings { get; init; } = KafkaSettings.Default;

    public string Brokers => Properties[ClientProperties.Brokers]!;

    private const string DeliveryTimeoutMs = "120000";

    /// <summary>What the producers of transactions are made with, but for their names.</summary>
    public IReadOnlyDictionary<string, string> TransactionProperties()
    {
        var timeoutMs = (long)TransactionTimeout.TotalMilliseconds;
        var properties = ProducerProperties();
        properties[ClientProperties.TransactionTimeout] = timeoutMs.ToString(CultureInfo.InvariantCulture);
        if (Properties[ClientProperties.DeliveryTimeout] is null && timeoutMs < long.Parse(DeliveryTimeoutMs, CultureInfo.InvariantCulture))
            properties[ClientProperties.DeliveryTimeout] = properties[ClientProperties.TransactionTimeout];   // the client demands it
        return properties;
    }

    /// <summary>What the producer of a writer is made with.</summary>
    public Dictionary<string, string> ProducerProperties() => Properties.Over(
    [
        new("enable.idempotence", "true"),
        new("partitioner", "murmur2_random"),   // the Java client's: the same key goes to the same partition, whoever writes it
        new(ClientProperties.DeliveryTimeout, DeliveryTimeoutMs),
        new("reconnect.backoff.max.ms", "1000"),   // as the Java client: brokers that are back are found within a second
        new("queue.buffering.max.messages", "100000"),
        new("queue.buffering.max.kbytes", "65536"),
        new("dotnet.producer.delivery.report.fields", "none"),
    ]);
}
