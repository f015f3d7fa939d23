namespace Akka.Flink.Connectors.Kafka;

using System.Text;
using Akka.Flink.Formats;

/// <summary>Builds a sink into a Kafka topic.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks><para><b>Flink.</b> <c>KafkaSinkBuilder</c> with <c>KafkaRecordSerializationSchemaBuilder</c>, without
/// <c>set</c>.</para></remarks>
public sealed class KafkaSinkBuilder<T>
{
    private readonly ClientProperties _properties = new();
    private string? _topic;
    private ISerializationFormat<T>? _format;
    private Func<KeyWriter<T>>? _key;
    private Func<T, IEnumerable<KeyValuePair<string, byte[]>>>? _headers;
    private string? _transactionPrefix;
    private TimeSpan _transactionTimeout = TimeSpan.FromMinutes(15);
    private int _transactionPool = 3;
    private DeliveryGuarantee _guarantee = Kafka.DeliveryGuarantee.AtLeastOnce;

    internal KafkaSinkBuilder()
    {
    }

    /// <summary>Sets where the cluster is found.</summary>
    /// <param name="addresses">One or more <c>host:port</c>, separated by commas.</param>
    /// <returns>This builder.</returns>
    public KafkaSinkBuilder<T> BootstrapServers(string addresses) => Property(ClientProperties.Brokers, addresses);

    /// <summary>Sets the topic.</summary>
    /// <param name="topic">Its name; it must exist, unless the brokers make topics themselves.</param>
    /// <returns>This builder.</returns>
    public KafkaSinkBuilder<T> Topic(string topic)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(topic);
        _topic = topic;
        return this;
    }

    /// <summary>Sets the key of records: those with the same key go to the same partition, the one that Java's client takes.</summary>
    /// <param name="selector">The key as text, written in UTF-8; null for a record without a key, which goes to any partition.</param>
    /// <returns>This builder.</returns>
    public KafkaSinkBuilder<T> Key(Func<T, string?> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        _key = () => (value, _) => selector(value) is { } key ? Encoding.UTF8.GetBytes(key) : null;
        return this;
    }

    /// <summary>Sets the key of records, and how it is written.</summary>
    /// <typeparam name="TKey">The key's type.</typeparam>
    /// <param name="selector">The key; null for a record without a key, which goes to any partition.</param>
    /// <param name="format">The key's format.</param>
    /// <returns>This builder.</returns>
    public KafkaSinkBuilder<T> Key<TKey>(Func<T, TKey> selector, ISerializationFormat<TKey> format)
    {
        ArgumentNullException.ThrowIfNull(selector);
        ArgumentNullException.ThrowIfNull(format);
        _key = () =>
        {
            var serializer = format.CreateSerializer();
            return (value, buffer) =>
            {
                if (selector(value) is not { } key)
                    return null;

                serializer.Serialize(key, buffer);
                return buffer.WrittenSpan.ToArray();
            };
        };
        return this;
    }

    /// <summary>Sets how records are written as values of messages.</summary>
    /// <param name="format">The format.</param>
    /// <returns>This builder.</returns>
    public KafkaSinkBuilder<T> ValueFormat(ISerializationFormat<T> format)
    {
        ArgumentNullException.ThrowIfNull(format);
        _format = format;
        return this;
    }

    /// <summary>Sets the headers of messages.</summary>
    /// <param name="selector">The headers of a record, in order; names may repeat.</param>
    /// <returns>This builder.</returns>
    public KafkaSinkBuilder<T> Headers(Func<T, IEnumerable<KeyValuePair<string, byte[]>>> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        _headers = selector;
        return this;
    }

    /// <summary>Sets what a failure may do to the records.</summary>
    /// <param name="guarantee">Default: <see cref="DeliveryGuarantee.AtLeastOnce"/>. The key
    /// <c>connectors.kafka.delivery-guarantee</c> overrides it.</param>
    /// <returns>This builder.</returns>
    public KafkaSinkBuilder<T> DeliveryGuarantee(DeliveryGuarantee guarantee)
    {
        if (!Enum.IsDefined(guarantee))
            throw KafkaErrors.NoSuchGuarantee(nameof(guarantee), guarantee);
        _guarantee = guarantee;
        return this;
    }

    /// <summary>Sets what the names of transactions begin with, where records are written exactly once.</summary>
    /// <param name="prefix">No other job or sink that writes to the cluster may use it: two with the same would abort each other's
    /// transactions. The key <c>connectors.kafka.transactional-id-prefix</c> stands in front of it.</param>
    /// <returns>This builder.</returns>
    /// <remarks>A transaction is named by the prefix, the subtask and a number. Where access is controlled, the job needs Write and
    /// Describe on the transactional ids with this prefix.</remarks>
    public KafkaSinkBuilder<T> TransactionalIdPrefix(string prefix)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        _transactionPrefix = prefix;
        return this;
    }

    /// <summary>Sets after how long brokers abort a transaction that was not committed, where records are written exactly once.</summary>
    /// <param name="timeout">One second to 24 days. Default: 15 minutes, the most that brokers take as they are shipped
    /// (<c>transaction.max.timeout.ms</c>). The key <c>connectors.kafka.transaction-timeout</c> overrides it.</param>
    /// <returns>This builder.</returns>
    /// <remarks><para><b>Time.</b> It runs from a transaction's first record, through its checkpoint, and on while the job is down: make it
    /// longer than the checkpoint interval, a checkpoint and the longest outage together. What passes it is lost, and the job says
    /// so.</para></remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is out of bounds.</exception>
    public KafkaSinkBuilder<T> TransactionTimeout(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(timeout, TimeSpan.FromMilliseconds(int.MaxValue));
        _transactionTimeout = timeout;
        return this;
    }

    /// <summary>Sets for how many transactions at a time a subtask is prepared, where records are written exactly once.</summary>
    /// <param name="count">2 to 64: one that is written, and one for each checkpoint that is under way. Default: 3. More are made when they
    /// are needed, and the sink waits for that.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of bounds.</exception>
    public KafkaSinkBuilder<T> TransactionPool(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 64);
        _transactionPool = count;
        return this;
    }

    /// <summary>Sets a property of the client.</summary>
    /// <param name="name">Its name, as in librdkafka's <c>CONFIGURATION.md</c>.</param>
    /// <param name="value">Its value.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="JobException">The sink sets this property itself.</exception>
    public KafkaSinkBuilder<T> Property(string name, string value)
    {
        _properties.Set(name, value);
        return this;
    }

    /// <summary>Builds the sink.</summary>
    /// <returns>The sink.</returns>
    /// <exception cref="JobException">Something is missing.</exception>
    public KafkaSink<T> Build()
    {
        if (_format is null)
            throw KafkaErrors.Missing("a format", "ValueFormat");
        if (_topic is null)
            throw KafkaErrors.Missing("a topic", "Topic");
        var properties = _properties.Freeze();
        if (string.IsNullOrWhiteSpace(properties[ClientProperties.Brokers]))
            throw KafkaErrors.Missing("the brokers' addresses", "BootstrapServers");
        if (_guarantee == Kafka.DeliveryGuarantee.ExactlyOnce && _transactionPrefix is null)
            throw KafkaErrors.Missing("a prefix for transactions, which ExactlyOnce needs", "TransactionalIdPrefix");

        return new KafkaSink<T>(new KafkaSinkOptions<T>
        {
            Properties = properties,
            Topic = _topic,
            ValueFormat = _format,
            Key = _key,
            Headers = _headers,
            Guarantee = _guarantee,
            TransactionPrefix = _transactionPrefix,
            TransactionTimeout = _transactionTimeout,
            TransactionPool = _transactionPool,
        });
    }
}
