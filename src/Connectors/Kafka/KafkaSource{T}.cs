namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Formats;
using Akka.Flink.Sources;
using Akka.Flink.State;

/// <summary>Reads the values of Kafka topics.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// <para>Made by <see cref="KafkaSource.Builder{T}"/>.</para>
/// <para><b>Output.</b> The records of a partition in their order. A record without a value is passed over and counted.</para>
/// <para><b>State.</b> The offset of each partition. What the consumer group commits is for others to see; the source itself goes on from
/// its checkpoint.</para>
/// <para><b>Time.</b> A record has Kafka's timestamp until a strategy assigns another; watermarks are made for each partition.</para>
/// <para><b>Flink.</b> <c>KafkaSource</c>.</para>
/// </remarks>
public sealed class KafkaSource<T> : ISource<T, KafkaSplit, KafkaEnumeratorState>, IConfigurable
{
    private readonly IDeserializationFormat<T> _format;
    private readonly MalformedRecords _malformed;
    private KafkaSourceOptions _options;
    private MalformedRecords _malformedInEffect;

    internal KafkaSource(KafkaSourceOptions options, IDeserializationFormat<T> format, MalformedRecords malformed)
    {
        _options = options;
        _format = format;
        _malformed = _malformedInEffect = malformed;
    }

    /// <inheritdoc/>
    public Boundedness Boundedness => _options.End is null ? Boundedness.ContinuousUnbounded : Boundedness.Bounded;

    /// <inheritdoc/>
    public ITypeSerializer<KafkaSplit> SplitSerializer => TypeSerializers.For<KafkaSplit>();

    /// <inheritdoc/>
    public ITypeSerializer<KafkaEnumeratorState> EnumeratorStateSerializer => TypeSerializers.For<KafkaEnumeratorState>();

    /// <inheritdoc/>
    public void Configure(ISettings settings)
    {
        _options = _options with { Settings = KafkaSettings.From(settings) };
        _malformedInEffect = _malformed.OverriddenBy(settings);
    }

    /// <inheritdoc/>
    public ISplitEnumerator<KafkaSplit, KafkaEnumeratorState> CreateEnumerator(ISplitEnumeratorContext<KafkaSplit> context) =>
        new KafkaEnumerator(context, _options, null);

    /// <inheritdoc/>
    public ISplitEnumerator<KafkaSplit, KafkaEnumeratorState> RestoreEnumerator(
        ISplitEnumeratorContext<KafkaSplit> context, KafkaEnumeratorState state) => new KafkaEnumerator(context, _options, state);

    /// <inheritdoc/>
    public ISourceReader<T, KafkaSplit> CreateReader(ISourceReaderContext context) =>
        new KafkaReader<T>(context, _options, _format.CreateDeserializer(), new MalformedRecordHandler(_malformedInEffect, context));
}
