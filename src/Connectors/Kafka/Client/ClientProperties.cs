namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;

/// <summary>The properties that a program gave Kafka's client.</summary>
/// <remarks>A builder owns it until it has built.</remarks>
internal sealed class ClientProperties
{
    public const string Brokers = "bootstrap.servers";
    public const string GroupId = "group.id";
    public const string TransactionalId = "transactional.id";
    public const string TransactionTimeout = "transaction.timeout.ms";
    public const string DeliveryTimeout = "delivery.timeout.ms";

    private static readonly Dictionary<string, string> Reserved = new(StringComparer.Ordinal)
    {
        ["enable.auto.commit"] = "offsets are committed when a checkpoint is complete; CommitOffsetsOnCheckpoints turns that off.",
        ["enable.auto.offset.store"] = "offsets are part of checkpoints.",
        ["enable.partition.eof"] = "the source sets it as it needs it; SetBounded ends a source.",
        [TransactionalId] = "transactions belong to the sink; call TransactionalIdPrefix.",
        [TransactionTimeout] = "call TransactionTimeout.",
        ["dotnet.consumer.consume.result.fields"] = "the source sets it as it needs it.",
        ["dotnet.producer.delivery.report.fields"] = "the sink sets it as it needs it.",
        ["dotnet.producer.enable.delivery.reports"] = "the sink needs the reports.",
        ["delivery.report.only.error"] = "the sink needs all reports.",
    };

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>A property; null when it was not given.</summary>
    /// <param name="name">Its name.</param>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Takes a property.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="JobException">The connector sets this one itself.</exception>
    public void Set(string name, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        if (Reserved.TryGetValue(name, out var instead))
            throw KafkaErrors.ReservedProperty(name, instead);
        _values[name] = value;
    }

    /// <summary>A copy that later calls of the builder do not change.</summary>
    public ClientProperties Freeze()
    {
        var copy = new ClientProperties();
        copy.Take(_values);
        return copy;
    }

    /// <summary>What a client is made with: defaults, then what was given.</summary>
    /// <param name="defaults">What holds for what was not given.</param>
    public Dictionary<string, string> Over(IEnumerable<KeyValuePair<string, string>> defaults)
    {
        var all = new Dictionary<string, string>(defaults, StringComparer.Ordinal);
        foreach (var (name, value) in _values)
            all[name] = value;
        return all;
    }

    /// <summary>Makes a client, and says what is wrong with its properties.</summary>
    /// <typeparam name="TClient">The type of clients.</typeparam>
    /// <param name="make">Makes it.</param>
    /// <returns>The client.</returns>
    /// <exception cref="JobException">It refuses its properties.</exception>
    public static TClient Build<TClient>(Func<TClient> make)
    {
        try
        {
            return make();
        }
        catch (Exception cause) when (cause is InvalidOperationException or ArgumentException or KafkaException)
        {
            throw KafkaErrors.UnknownProperty(cause);
        }
    }

    private void Take(Dictionary<string, string> values)
    {
        foreach (var (name, value) in values)
            _values[name] = value;
    }
}
