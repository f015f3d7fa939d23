namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;
using Confluent.Kafka.Admin;

/// <summary>Asks the brokers which partitions there are, and for offsets in them; all within one time.</summary>
/// <remarks><para><b>Threads.</b> It blocks; one at a time.</para></remarks>
internal sealed class KafkaCluster : IDisposable
{
    private static readonly HashSet<string> InternalTopics =
        new(["__consumer_offsets", "__transaction_state", "__share_group_state"], StringComparer.Ordinal);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly KafkaSourceOptions _options;
    private readonly CancellationToken _ending;
    private readonly ClientLog _log = new();
    private readonly IConsumer<Ignore, Ignore> _consumer;
    private readonly IAdminClient _admin;
    private readonly long _beginning = TimeProvider.System.GetTimestamp();
    private readonly IsolationLevel _isolation;

    /// <summary>Begins a conversation.</summary>
    /// <param name="options">What the source was built with.</param>
    /// <param name="ending">Ends it early.</param>
    public KafkaCluster(KafkaSourceOptions options, CancellationToken ending)
    {
        NativeLibrarySearch.Load(options.Settings.Librdkafka);
        _options = options;
        _ending = ending;
        var properties = options.ConsumerProperties();
        _isolation = properties["isolation.level"] == "read_committed" ? IsolationLevel.ReadCommitted : IsolationLevel.ReadUncommitted;
        _consumer = ClientProperties.Build(() => new ConsumerBuilder<Ignore, Ignore>(properties)
            .SetLogHandler((_, message) => _log.OnLog(message))
            .SetErrorHandler((_, error) => _log.OnError(error))
            .Build());
        _admin = new DependentAdminClientBuilder(_consumer.Handle).Build();
    }

    /// <summary>The consumer group; null without one.</summary>
    public string? GroupId => _options.GroupId;

    private TimeSpan Left
    {
        get
        {
            var left = _options.Settings.MetadataTimeout - TimeProvider.System.GetElapsedTime(_beginning);
            return left > TimeSpan.FromMilliseconds(1) ? left : TimeSpan.FromMilliseconds(1);
        }
    }

    /// <summary>The partitions of the source's topics, in order.</summary>
    /// <exception cref="JobException">The brokers do not answer, or there is no such topic.</exception>
    public KafkaPartition[] ListPartitions()
    {
        if (_options.Pattern is not null)
        {
            var matching = Ask(
                "the list of topics", ErrorKinds.IsPassing, () => PartitionsOf(_admin.GetMetadata(Left).Topics.Where(IsMatch)));
            return matching.Length > 0 || _options.Discovers
                ? matching
                : throw KafkaErrors.NoTopicMatches(_options.Brokers, _options.PatternText!);
        }

        var partitions = new List<KafkaPartition>();
        foreach (var topic in _options.Topics)
            partitions.AddRange(Ask($"topic '{topic}'", ErrorKinds.IsPassing, () => PartitionsOf(_admin.GetMetadata(topic, Left).Topics)));
        return InOrder(partitions);
    }

    /// <summary>Asks for offsets in partitions.</summary>
    /// <param name="partitions">The partitions.</param>
    /// <param name="spec">Which offsets.</param>
    /// <param name="offsets">Receives them; negative where there is none for a time.</param>
    public void ListOffsets(IReadOnlyList<KafkaPartition> partitions, OffsetSpec spec, Dictionary<KafkaPartition, long> offsets)
    {
        var asked = partitions.Select(each => new TopicPartitionOffsetSpec { TopicPartition = ToTopicPartition(each), OffsetSpec = spec });
        var isFirst = true;
        var answer = Ask("the source's partitions", ErrorKinds.MayBeAnsweredLater, () =>
        {
            if (!isFirst)
                RefreshLeaders(partitions);
            isFirst = false;
            var options = new ListOffsetsOptions { RequestTimeout = Left, IsolationLevel = _isolation };
            return _admin.ListOffsetsAsync(asked, options).GetAwaiter().GetResult();
        });
        foreach (var info in answer.ResultInfos)
        {
            var found = info.TopicPartitionOffsetError;
            if (found.Error.IsError)
                throw Failed($"offsets of {found.TopicPartition}", found.Error, null);
            offsets[new KafkaPartition(found.Topic, found.Partition.Value)] = found.Offset.Value;
        }
    }

    /// <summary>Asks what the consumer group has committed.</summary>
    /// <param name="partitions">Of which partitions.</param>
    /// <param name="offsets">Receives the offsets of those of which it has committed any.</param>
    public void CommittedOffsets(IReadOnlyList<KafkaPartition> partitions, Dictionary<KafkaPartition, long> offsets)
    {
        var asked = partitions.Select(ToTopicPartition);
        var answer = Ask($"the offsets of consumer group '{GroupId}'", ErrorKinds.IsPassing, () => _consumer.Committed(asked, Left));
        foreach (var found in answer)
        {
            if (found.Offset.Value >= 0)
                offsets[new KafkaPartition(found.Topic, found.Partition.Value)] = found.Offset.Value;
        }
    }

    /// <summary>Ends the conversation.</summary>
    public void Dispose()
    {
        _admin.Dispose();
        _consumer.Dispose();
    }

    private static TopicPartition ToTopicPartition(KafkaPartition partition) => new(partition.Topic, partition.Partition);

    private static KafkaPartition[] InOrder(IEnumerable<KafkaPartition> partitions) =>
        [.. partitions.OrderBy(each => each.Topic, StringComparer.Ordinal).ThenBy(each => each.Partition)];

    private bool IsMatch(TopicMetadata topic) => !InternalTopics.Contains(topic.Topic) && _options.Pattern!.IsMatch(topic.Topic);

    private KafkaPartition[] PartitionsOf(IEnumerable<TopicMetadata> topics)
    {
        var partitions = new List<KafkaPartition>();
        Error? passing = null;
        foreach (var topic in topics)
        {
            if (topic.Error.Code == ErrorCode.UnknownTopicOrPart)
                throw KafkaErrors.TopicMissing(_options.Brokers, topic.Topic, SimilarTo(topic.Topic));
            if (topic.Error.Code == ErrorCode.LeaderNotAvailable)
                passing = topic.Error;   // it comes without its partitions
            else if (topic.Error.IsError)
                throw Failed($"topic '{topic.Topic}'", topic.Error, null);

            partitions.AddRange(topic.Partitions.Select(each => new KafkaPartition(topic.Topic, each.PartitionId)));
        }

        var mayWait = _options.Discovers && partitions.Count > 0;   // there are others to read until the next look
        return passing is null || mayWait ? InOrder(partitions) : throw new KafkaException(passing);
    }

    // Or the client goes by the leaders that it knew.
    private void RefreshLeaders(IReadOnlyList<KafkaPartition> partitions)
    {
        foreach (var topic in partitions.Select(each => each.Topic).Distinct(StringComparer.Ordinal))
            _admin.GetMetadata(topic, Left);
    }

    private IReadOnlyList<string> SimilarTo(string topic)
    {
        var there = Ask("the list of topics", ErrorKinds.IsPassing, () => _admin.GetMetadata(Left));
        return SimilarNames.Find(topic, there.Topics.Select(each => each.Topic));
    }

    // What passes, such as a partition whose leader is just being chosen, is asked again while there is time.
    private TAnswer Ask<TAnswer>(string what, Func<ErrorCode, bool> passes, Func<TAnswer> question)
    {
        while (true)
        {
            try
            {
                return question();
            }
            catch (KafkaException cause)
            {
                var (error, partition) = ErrorKinds.Of(cause);
                if (_log.Refusal is not null || !passes(error.Code) || Left <= Pause || _ending.WaitHandle.WaitOne(Pause))
                    throw Failed(partition is null ? what : $"{partition.Topic}, partition {partition.Partition.Value}", error, cause);
            }
        }
    }

    private JobException Failed(string what, Error error, KafkaException? cause)
    {
        if (_log.Refusal is { } refusal)
            return KafkaErrors.NotAuthorized(_options.Brokers, what, refusal, cause);
        if (ErrorKinds.IsRefusal(error.Code))
            return KafkaErrors.NotAuthorized(_options.Brokers, what, error, cause);
        if (ErrorKinds.HasNoLeader(error.Code))
            return KafkaErrors.NoLeader(_options.Brokers, what, _options.Settings.MetadataTimeout, error, cause);
        return cause is not null && ErrorKinds.IsPassing(error.Code)
            ? KafkaErrors.Unreachable(_options.Brokers, _options.Settings.MetadataTimeout, _log.LastComplaint, cause)
            : KafkaErrors.ClusterFailed(_options.Brokers, what, error, cause);
    }
}
