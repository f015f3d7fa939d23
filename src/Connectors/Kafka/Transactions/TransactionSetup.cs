namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Sinks;

/// <summary>What the transactions of one subtask share.</summary>
internal sealed class TransactionSetup : IDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly IReadOnlyDictionary<string, string> _properties;

    /// <summary>Reads what a sink was built with.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="properties">What clients are made with, but for the name of their transactions.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="prefix">What names of transactions begin with.</param>
    /// <param name="settings">What the configuration says.</param>
    public TransactionSetup(
        ISinkContext context, IReadOnlyDictionary<string, string> properties, string topic, string prefix, KafkaSettings settings)
    {
        _properties = properties;
        (Topic, Prefix, Timeout) = (topic, prefix, settings.MetadataTimeout);
        (Subtask, Parallelism, Where) = (context.SubtaskIndex, context.Parallelism, WriterMetrics.PlaceOf(context));
        Coordinators = new TransactionCoordinators(properties, Timeout, _ending.Token);
    }

    public string Topic { get; }

    public string Prefix { get; }

    public int Subtask { get; }

    public int Parallelism { get; }

    /// <summary>The sink and subtask, for messages.</summary>
    public string Where { get; }

    public string Brokers => _properties[ClientProperties.Brokers];

    /// <summary>How long brokers may take to answer.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>After how long brokers abort a transaction, in milliseconds.</summary>
    public string TransactionTimeoutMs => _properties[ClientProperties.TransactionTimeout];

    public TransactionCoordinators Coordinators { get; }

    /// <summary>Set when the subtask ends.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>Whether this subtask answers for the transactions of another one: its own, or one that is gone since the parallelism was
    /// lowered.</summary>
    /// <param name="subtask">The other.</param>
    public bool AnswersFor(int subtask) => subtask % Parallelism == Subtask;

    /// <summary>What the client of a transaction is made with.</summary>
    /// <param name="transactionalId">Its name.</param>
    public Dictionary<string, string> PropertiesOf(string transactionalId) =>
        new(_properties, StringComparer.Ordinal) { [ClientProperties.TransactionalId] = transactionalId };

    /// <summary>Ends what waits for brokers.</summary>
    public void Cancel() => _ending.Cancel();

    public void Dispose() => _ending.Dispose();
}
