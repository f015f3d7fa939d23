namespace Akka.Flink.Connectors.Kafka;

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

    public KafkaSettings Settings { get; init; } = KafkaSettings.Default;

    public string Brokers => Properties[ClientProperties.Brokers]!;

    /// <summary>What the producer of a writer is made with.</summary>
    public Dictionary<string, string> ProducerProperties() => Properties.Over(
    [
        new("enable.idempotence", "true"),
        new("partitioner", "murmur2_random"),   // the Java client's: the same key goes to the same partition, whoever writes it
        new("delivery.timeout.ms", "120000"),
        new("reconnect.backoff.max.ms", "1000"),   // as the Java client: brokers that are back are found within a second
        new("queue.buffering.max.messages", "100000"),
        new("queue.buffering.max.kbytes", "65536"),
        new("dotnet.producer.delivery.report.fields", "none"),
    ]);
}
