namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Sources;

/// <summary>Finds the partitions of a source, says where reading them begins and ends, and shares them among the readers.</summary>
/// <remarks>The brokers are asked in calls beside it: first which partitions there are, then for the offsets of those that are new.
/// <para><b>Flink.</b> <c>KafkaSourceEnumerator</c>.</para></remarks>
internal sealed class KafkaEnumerator : ISplitEnumerator<KafkaSplit, KafkaEnumeratorState>
{
    private readonly ISplitEnumeratorContext<KafkaSplit> _context;
    private readonly KafkaSourceOptions _options;
    private readonly HashSet<KafkaPartition> _known;
    private readonly List<KafkaSplit> _unassigned;
    private readonly HashSet<int> _readers = [];
    private bool _isInitialized;
    private bool _hasAnswer;      // the brokers told this enumerator all it needs to begin: from now on it waits for them
    private bool _isResolving;

    public KafkaEnumerator(ISplitEnumeratorContext<KafkaSplit> context, KafkaSourceOptions options, KafkaEnumeratorState? restored)
    {
        _context = context;
        _options = options;
        _known = [.. restored?.Known ?? []];
        _unassigned = [.. restored?.Unassigned ?? []];
        _isInitialized = restored?.IsInitialized ?? false;
    }

    public void Start()
    {
        if (_options.Discovers)
            _context.CallPeriodically(ListPartitions, OnPartitions, TimeSpan.Zero, _options.DiscoveryInterval!.Value);
        else if (!_isInitialized)
            _context.CallAsync(ListPartitions, OnPartitions);
    }

    public void AddReader(int subtask)
    {
        _readers.Add(subtask);
        Assign();
    }

    public void HandleSplitRequest(int subtask)
    {
        // Partitions are assigned as they are found.
    }

    public void AddSplitsBack(IReadOnlyList<KafkaSplit> splits, int subtask)
    {
        _readers.Remove(subtask);
        _unassigned.AddRange(splits);
    }

    public KafkaEnumeratorState SnapshotState(long checkpointId) => new(_isInitialized, [.. _known], [.. _unassigned]);

    private Task<KafkaPartition[]> ListPartitions(CancellationToken ending)
    {
        using var cluster = new KafkaCluster(_options, ending);
        return Task.FromResult(cluster.ListPartitions());
    }

    private static Task<KafkaSplit[]> ResolveOffsets(
        KafkaSourceOptions options, KafkaPartition[] partitions, OffsetsInitializer start, CancellationToken ending)
    {
        using var cluster = new KafkaCluster(options, ending);
        var (from, to) = (new Dictionary<KafkaPartition, long>(), new Dictionary<KafkaPartition, long>());
        start.Resolve(partitions, cluster, isEnd: false, from);
        options.End?.Resolve(partitions, cluster, isEnd: true, to);
        var splits = new KafkaSplit[partitions.Length];
        for (var i = 0; i < splits.Length; i++)
            splits[i] = KafkaSplit.Of(partitions[i], from[partitions[i]], options.End is null ? null : to[partitions[i]]);
        return Task.FromResult(splits);
    }

    private void OnPartitions(KafkaPartition[]? found, Exception? failure)
    {
        if (failure is not null)
        {
            ThrowUnlessPassing(failure);
            return;
        }

        _hasAnswer |= _isInitialized;   // what is restored can be read, whatever becomes of what is new
        KafkaPartition[] added = [.. found!.Where(partition => !_known.Contains(partition))];
        if (_isResolving)
            return;   // those it resolves are among the new ones; the next look finds the rest

        if (added.Length == 0)
        {
            OnSplits([], null);
            return;
        }

        _isResolving = true;
        var start = _isInitialized ? OffsetsInitializer.Earliest : _options.Start;
        var options = _options;
        _context.CallAsync(ending => ResolveOffsets(options, added, start, ending), OnSplits);
    }

    private void OnSplits(KafkaSplit[]? splits, Exception? failure)
    {
        _isResolving = false;
        if (failure is not null)
        {
            ThrowUnlessPassing(failure);
            return;   // the next look finds them again
        }

        foreach (var split in splits!)
        {
            _known.Add(new KafkaPartition(split.Topic, split.Partition));
            _unassigned.Add(split);
        }

        _isInitialized = _hasAnswer = true;
        Assign();
    }

    // Brokers that are away when a job begins are an error; later they are waited for, and the readers tell of it.
    private void ThrowUnlessPassing(Exception failure)
    {
        if (_hasAnswer && _options.Discovers && failure is FlinkException { Domain: ErrorDomain.External })
            return;

        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }

    private void Assign()
    {
        for (var i = _unassigned.Count - 1; i >= 0; i--)
        {
            var split = _unassigned[i];
            var reader = ReaderOf(split.Topic, split.Partition, _context.CurrentParallelism);
            if (!_readers.Contains(reader))
                continue;

            _unassigned.RemoveAt(i);
            _context.AssignSplit(split, reader);
        }

        if (!_isInitialized || _options.End is null)
            return;

        foreach (var reader in _readers)
            _context.SignalNoMoreSplits(reader);
    }

    // The partitions of a topic go round the readers; where they begin depends on the topic, so that small ones are spread.
    private static int ReaderOf(string topic, int partition, int readers)
    {
        var hash = 0u;
        foreach (var c in topic)
            hash = (hash * 31) + c;
        return (int)(((hash * 31) & 0x7FFFFFFF) % (uint)readers + (uint)partition) % readers;
    }
}
