namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Sinks;

/// <summary>Writes records to a Kafka topic.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// <para>Made by <see cref="KafkaSink.Builder{T}"/>.</para>
/// <para><b>Output.</b> One message for each record, with the record's event time as its timestamp if it has one. Records with the same
/// key of one subtask keep their order.</para>
/// <para><b>State.</b> None where records may repeat: a checkpoint waits until the brokers have what was written before it. With
/// <see cref="DeliveryGuarantee.ExactlyOnce"/>, the transactions that are written and wait for their checkpoint.</para>
/// <para><b>Flink.</b> <c>KafkaSink</c>.</para>
/// </remarks>
public sealed class KafkaSink<T> : ISink<T>, IConfigurable, IResultLocation
{
    private readonly DeliveryGuarantee _built;
    private readonly string? _prefix;
    private readonly TimeSpan _timeout;
    private KafkaSinkOptions<T> _options;

    internal KafkaSink(KafkaSinkOptions<T> options)
    {
        _options = options;
        (_built, _prefix, _timeout) = (options.Guarantee, options.TransactionPrefix, options.TransactionTimeout);
    }

    /// <inheritdoc/>
    public string? ResultLocation => $"topic {_options.Topic} at {_options.Brokers}";

    /// <inheritdoc/>
    public void Configure(ISettings settings)
    {
        var configured = KafkaSettings.From(settings);
        var guarantee = configured.DeliveryGuarantee ?? _built;
        if (guarantee == DeliveryGuarantee.ExactlyOnce && _prefix is null)
            throw KafkaErrors.Missing("a prefix for transactions, which ExactlyOnce needs", "TransactionalIdPrefix");
        _options = _options with
        {
            Settings = configured,
            Guarantee = guarantee,
            TransactionTimeout = configured.TransactionTimeout ?? _timeout,
            TransactionPrefix = configured.TransactionPrefix + _prefix,
        };
        if (guarantee == DeliveryGuarantee.ExactlyOnce)
            BrokerSecurity.From(_options.TransactionProperties());   // what it cannot do is said before anything runs
    }

    /// <inheritdoc/>
    public ISinkWriter<T> CreateWriter(ISinkContext context)
    {
        if (_options.Guarantee == DeliveryGuarantee.ExactlyOnce)
            throw KafkaErrors.NoCommitter(_options.Topic);
        return new KafkaWriter<T>(context, _options);
    }

    TResult ISink<T>.Accept<TResult>(ISinkVisitor<T, TResult> visitor) => _options.Guarantee == DeliveryGuarantee.ExactlyOnce
        ? visitor.Visit(new ExactlyOnceSink<T>(_options))
        : visitor.Visit(this);
}
