namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Sinks;

/// <summary>Writes records to a Kafka topic.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// <para>Made by <see cref="KafkaSink.Builder{T}"/>.</para>
/// <para><b>Output.</b> One message for each record, with the record's event time as its timestamp if it has one. Records with the same
/// key of one subtask keep their order.</para>
/// <para><b>State.</b> None: a checkpoint waits until the brokers have what was written before it.</para>
/// <para><b>Flink.</b> <c>KafkaSink</c>.</para>
/// </remarks>
public sealed class KafkaSink<T> : ISink<T>, IConfigurable, IResultLocation
{
    private readonly DeliveryGuarantee _built;
    private KafkaSinkOptions<T> _options;

    internal KafkaSink(KafkaSinkOptions<T> options)
    {
        _options = options;
        _built = options.Guarantee;
    }

    /// <inheritdoc/>
    public string? ResultLocation => $"topic {_options.Topic} at {_options.Brokers}";

    /// <inheritdoc/>
    public void Configure(ISettings settings)
    {
        var configured = KafkaSettings.From(settings);
        var guarantee = configured.DeliveryGuarantee ?? _built;
        if (guarantee == DeliveryGuarantee.ExactlyOnce)
            throw KafkaErrors.NoExactlyOnce(_options.Topic);
        _options = _options with { Settings = configured, Guarantee = guarantee };
    }

    /// <inheritdoc/>
    public ISinkWriter<T> CreateWriter(ISinkContext context)
    {
        if (_options.Guarantee == DeliveryGuarantee.ExactlyOnce)
            throw KafkaErrors.NoExactlyOnce(_options.Topic);   // no graph was made
        return new KafkaWriter<T>(context, _options);
    }
}
