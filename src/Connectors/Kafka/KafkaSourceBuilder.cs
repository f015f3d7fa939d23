namespace Akka.Flink.Connectors.Kafka;

using System.Text.RegularExpressions;
using Akka.Flink.Formats;

/// <summary>Builds a source of Kafka topics.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks><para><b>Flink.</b> <c>KafkaSourceBuilder</c>, without <c>set</c>.</para></remarks>
public sealed class KafkaSourceBuilder<T>
{
    private readonly ClientProperties _properties = new();
    private IReadOnlyList<string> _topics = [];
    private Regex? _pattern;
    private string? _patternText;
    private OffsetsInitializer _start = OffsetsInitializer.Earliest;
    private OffsetsInitializer? _end;
    private TimeSpan? _discoveryInterval = TimeSpan.FromMinutes(5);
    private bool _commitsOffsets = true;
    private IDeserializationFormat<T>? _format;
    private MalformedRecords _malformed = Formats.MalformedRecords.Fail;

    internal KafkaSourceBuilder()
    {
    }

    /// <summary>Sets where the cluster is found.</summary>
    /// <param name="addresses">One or more <c>host:port</c>, separated by commas.</param>
    /// <returns>This builder.</returns>
    public KafkaSourceBuilder<T> BootstrapServers(string addresses) => Property(ClientProperties.Brokers, addresses);

    /// <summary>Sets the topics.</summary>
    /// <param name="topics">Their names; all must exist.</param>
    /// <returns>This builder.</returns>
    public KafkaSourceBuilder<T> Topics(params string[] topics)
    {
        ArgumentNullException.ThrowIfNull(topics);
        foreach (var topic in topics)
            ArgumentException.ThrowIfNullOrWhiteSpace(topic, nameof(topics));
        _topics = [.. topics.Distinct(StringComparer.Ordinal)];
        return this;
    }

    /// <summary>Has all topics read whose name matches, those made later as well.</summary>
    /// <param name="pattern">A regular expression for the whole name. Topics of Kafka's own never match.</param>
    /// <returns>This builder.</returns>
    public KafkaSourceBuilder<T> TopicPattern(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);

        _patternText = pattern;

        // Anchored, so that of "a|ab" the alternative counts that fits the whole name.
        _pattern = new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant);
        return this;
    }

    /// <summary>Sets the consumer group, to which offsets are committed when a checkpoint is complete.</summary>
    /// <param name="groupId">Its name. Without one nothing is committed.</param>
    /// <returns>This builder.</returns>
    /// <remarks>Members are not managed by the group: each partition has one reader in the job.</remarks>
    public KafkaSourceBuilder<T> GroupId(string groupId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(groupId);
        return Property(ClientProperties.GroupId, groupId);
    }

    /// <summary>Sets where reading begins when the job starts afresh.</summary>
    /// <param name="offsets">Where. Default: <see cref="OffsetsInitializer.Earliest"/>.</param>
    /// <returns>This builder.</returns>
    public KafkaSourceBuilder<T> StartingOffsets(OffsetsInitializer offsets)
    {
        ArgumentNullException.ThrowIfNull(offsets);
        _start = offsets;
        return this;
    }

    /// <summary>Has reading end.</summary>
    /// <param name="stoppingOffsets">Before which record of each partition; settled when the job starts.</param>
    /// <returns>This builder.</returns>
    /// <remarks>New partitions are not looked for.</remarks>
    public KafkaSourceBuilder<T> SetBounded(OffsetsInitializer stoppingOffsets)
    {
        ArgumentNullException.ThrowIfNull(stoppingOffsets);
        _end = stoppingOffsets;
        return this;
    }

    /// <summary>Sets how often new partitions, and topics that match the pattern, are looked for; these are read from their
    /// beginning.</summary>
    /// <param name="interval">At least a millisecond, or <see cref="Timeout.InfiniteTimeSpan"/> for never. Default: five minutes.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="interval"/> is too short.</exception>
    public KafkaSourceBuilder<T> PartitionDiscoveryInterval(TimeSpan interval)
    {
        if (interval == Timeout.InfiniteTimeSpan)
        {
            _discoveryInterval = null;
            return this;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromMilliseconds(1));
        _discoveryInterval = interval;
        return this;
    }

    /// <summary>Sets whether offsets are committed to the consumer group when a checkpoint is complete.</summary>
    /// <param name="commits">Default: true.</param>
    /// <returns>This builder.</returns>
    public KafkaSourceBuilder<T> CommitOffsetsOnCheckpoints(bool commits)
    {
        _commitsOffsets = commits;
        return this;
    }

    /// <summary>Sets how the values of messages are read.</summary>
    /// <param name="format">The format.</param>
    /// <returns>This builder.</returns>
    public KafkaSourceBuilder<T> ValueFormat(IDeserializationFormat<T> format)
    {
        ArgumentNullException.ThrowIfNull(format);
        _format = format;
        return this;
    }

    /// <summary>Sets what to do with values that cannot be read.</summary>
    /// <param name="policy">Default: <see cref="Formats.MalformedRecords.Fail"/>.</param>
    /// <returns>This builder.</returns>
    public KafkaSourceBuilder<T> MalformedRecords(MalformedRecords policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _malformed = policy;
        return this;
    }

    /// <summary>Sets a property of the client.</summary>
    /// <param name="name">Its name, as in librdkafka's <c>CONFIGURATION.md</c>.</param>
    /// <param name="value">Its value.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="JobException">The source sets this property itself.</exception>
    public KafkaSourceBuilder<T> Property(string name, string value)
    {
        _properties.Set(name, value);
        return this;
    }

    /// <summary>Builds the source.</summary>
    /// <returns>The source.</returns>
    /// <exception cref="JobException">Something is missing, or contradicts itself.</exception>
    public KafkaSource<T> Build()
    {
        if (_format is null)
            throw KafkaErrors.Missing("a format", "ValueFormat");
        var properties = _properties.Freeze();
        if (string.IsNullOrWhiteSpace(properties[ClientProperties.Brokers]))
            throw KafkaErrors.Missing("the brokers' addresses", "BootstrapServers");
        if (_topics.Count == 0 && _pattern is null)
            throw KafkaErrors.Missing("topics", "Topics or TopicPattern");
        if (_topics.Count > 0 && _pattern is not null)
            throw KafkaErrors.TopicsTwice();
        if (properties[ClientProperties.GroupId] is null && (_start.NeedsGroup || _end is { NeedsGroup: true }))
            throw KafkaErrors.NoGroup("OffsetsInitializer.CommittedOffsets");

        var options = new KafkaSourceOptions
        {
            Properties = properties,
            Topics = _topics,
            Pattern = _pattern,
            PatternText = _patternText,
            Start = _start,
            End = _end,
            DiscoveryInterval = _discoveryInterval,
            CommitsOffsets = _commitsOffsets && properties[ClientProperties.GroupId] is not null,
        };
        return new KafkaSource<T>(options, _format, _malformed);
    }
}
