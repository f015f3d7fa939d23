namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Operators;
using Confluent.Kafka;

/// <summary>The thread of one reader: it owns the consumer, which blocks, fills blocks with what comes, and commits offsets.</summary>
/// <remarks>Where the task takes no blocks it waits, and the client stops fetching when its own buffer is full: for that nothing has to be
/// paused. Partitions are paused that are to wait for others; what the client had fetched of them it fetches again.</remarks>
internal sealed class FetchThread : IDeserializer<bool>
{
    private const int IdleMs = 100;       // how long a new partition or a commit may wait when nothing comes
    private const int CrowdedMs = 5;      // the same while a block with a few records waits for the task
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(1);

    private readonly KafkaSourceOptions _options;
    private readonly BlockExchange _exchange;
    private readonly IConsumer<Ignore, bool> _consumer;
    private readonly Dictionary<(string Topic, int Partition), AssignedPartition> _partitions = [];
    private readonly string? _onlyTopic;
    private readonly Thread _thread;
    private AssignedPartition? _last;
    private FetchedBlock? _block;
    private int _commits;
    private int _failedCommits;

    /// <summary>Makes the consumer and starts the thread.</summary>
    /// <param name="options">What the source was built with.</param>
    /// <param name="exchange">Where it meets the task.</param>
    /// <param name="name">The thread's name.</param>
    public FetchThread(KafkaSourceOptions options, BlockExchange exchange, string name)
    {
        NativeLibrarySearch.Load(options.Settings.Librdkafka);
        _options = options;
        _exchange = exchange;
        _onlyTopic = options.Pattern is null && options.Topics.Count == 1 ? options.Topics[0] : null;   // its name comes with no message
        _consumer = ClientProperties.Build(() => new ConsumerBuilder<Ignore, bool>(options.ConsumerProperties())
            .SetValueDeserializer(this)
            .SetLogHandler((_, message) => Log.OnLog(message))
            .SetErrorHandler((_, error) => OnError(error))
            .Build());
        _thread = new Thread(Run) { Name = name, IsBackground = true };
        _thread.Start();
    }

    /// <summary>What the client has said of its connections.</summary>
    public ClientLog Log { get; } = new();

    /// <summary>How many commits the group's coordinator has taken.</summary>
    public int Commits => Volatile.Read(ref _commits);

    /// <summary>How many it has not.</summary>
    public int FailedCommits => Volatile.Read(ref _failedCommits);

    /// <summary>Ends the thread, after the last commit.</summary>
    public void Close()
    {
        _exchange.Close();
        _thread.Join(CloseTimeout);   // one that still waits for a broker ends by itself
    }

    /// <summary>Takes a value straight from the client's memory.</summary>
    /// <param name="data">The value.</param>
    /// <param name="isNull">Whether there is none.</param>
    /// <param name="context">Not needed.</param>
    /// <returns>Whether there is a value.</returns>
    public bool Deserialize(ReadOnlySpan<byte> data, bool isNull, SerializationContext context)
    {
        _block!.Append(data);
        return !isNull;
    }

    private void Run()
    {
        try
        {
            while (!_exchange.IsClosing)
                Turn();
            CommitOffsets();
        }
        catch (Exception failure)   // the task throws it
        {
            _exchange.Fail(failure);
        }
        finally
        {
            _consumer.Dispose();
        }
    }

    private void Turn()
    {
        AssignPartitions();
        PausePartitions();
        CommitOffsets();
        _block ??= _exchange.TryTakeFree();
        if (_block is null)
            _exchange.WaitForRoom(needsFree: true);
        else if (_partitions.Count > 0 && !_block.IsFull)
            Fetch(_block);
        else if (_block.IsEmpty)
            _exchange.WaitForWork();
        else if (!TryHandOn())
            _exchange.WaitForRoom(needsFree: false);
    }

    // Between records that are there nothing else is looked at. A block that holds some already could not be handed on the last time.
    private void Fetch(FetchedBlock block)
    {
        for (var timeoutMs = block.IsEmpty ? IdleMs : CrowdedMs; _partitions.Count > 0 && !block.IsFull; timeoutMs = 0)
        {
            if (Consume(timeoutMs) is { } result)
            {
                Take(block, result);
                continue;
            }

            if (!block.IsEmpty)
                TryHandOn();
            else if (Log.IsDown)
                Probe();
            return;
        }
    }

    private bool TryHandOn()
    {
        if (!_exchange.TryHandOn(_block!))
            return false;

        _block = null;
        return true;
    }

    private void Take(FetchedBlock block, ConsumeResult<Ignore, bool> result)
    {
        var offset = result.Offset.Value;
        if (Find(result) is not { } partition)
            return;   // fetched before its end was known

        if (result.IsPartitionEOF)
        {
            if (offset >= partition.End)
                End(block, partition);
            return;
        }

        if (offset >= partition.End)
        {
            End(block, partition);
            return;
        }

        block.Add(partition, offset, TimestampOf(result.Message), !result.Message.Value);
        partition.FetchOffset = offset + 1;
        if (offset + 1 >= partition.End)
            End(block, partition);
    }

    private static long TimestampOf(Message<Ignore, bool> message) => message.Timestamp.Type == TimestampType.NotAvailable
        ? RecordBatch<bool>.NoTimestamp
        : message.Timestamp.UnixTimestampMs;

    private AssignedPartition? Find(ConsumeResult<Ignore, bool> result)
    {
        var topic = result.Topic ?? _onlyTopic!;
        var partition = result.Partition.Value;
        if (_last is { } last && last.Split.Partition == partition && last.Split.Topic == topic)
            return last;

        return _last = _partitions.GetValueOrDefault((topic, partition));
    }

    private void End(FetchedBlock block, AssignedPartition partition)
    {
        block.AddEnd(partition);
        _last = null;
        _partitions.Remove((partition.Split.Topic, partition.Split.Partition));
        _consumer.IncrementalUnassign([partition.TopicPartition]);
    }

    private void AssignPartitions()
    {
        if (_exchange.TakeAssigned() is not { } added)
            return;

        var offsets = new List<TopicPartitionOffset>(added.Count);
        foreach (var partition in added)
        {
            _partitions.Add((partition.Split.Topic, partition.Split.Partition), partition);
            offsets.Add(new TopicPartitionOffset(partition.TopicPartition, partition.FetchOffset));
        }

        _consumer.IncrementalAssign(offsets);
    }

    private void PausePartitions()
    {
        if (_exchange.TakePaused() is not { } changed)
            return;

        foreach (var (partition, isPaused) in changed)
        {
            if (!_partitions.ContainsKey((partition.Split.Topic, partition.Split.Partition)))
                continue;   // it has come to its end meanwhile, and the client refuses it

            TopicPartition[] one = [partition.TopicPartition];
            if (isPaused)
                _consumer.Pause(one);
            else
                _consumer.Resume(one);
        }
    }

    private void CommitOffsets()
    {
        if (_exchange.TakeCommits() is not { } offsets)
            return;

        try
        {
            _consumer.Commit(offsets);
            Interlocked.Increment(ref _commits);
            Log.OnAnswer();
        }
        catch (KafkaException)   // counted: the next checkpoint commits further, and the job itself needs none
        {
            Interlocked.Increment(ref _failedCommits);
        }

        _exchange.Wake();
    }

    private ConsumeResult<Ignore, bool>? Consume(int timeoutMs)
    {
        try
        {
            var result = _consumer.Consume(timeoutMs);
            if (Log.Refusal is { } refusal)
                throw Refused(refusal);
            if (result is not null && Log.IsDown)
                OnAnswer();
            return result;
        }
        catch (ConsumeException cause)
        {
            if (!ErrorKinds.IsPassing(cause.Error.Code))
                throw Failed(cause);

            OnError(cause.Error);
            return null;
        }
    }

    private JobException Failed(ConsumeException cause)
    {
        if (ErrorKinds.IsRefusal(cause.Error.Code))
            return Refused(cause.Error);

        var record = cause.ConsumerRecord;
        var place = $"{record?.Topic ?? _onlyTopic ?? "the topics"}, partition {record?.Partition.Value}";
        return cause.Error.Code is ErrorCode.Local_AutoOffsetReset or ErrorCode.OffsetOutOfRange
            ? KafkaErrors.OffsetGone(place, record?.Offset.Value ?? -1, cause.Error, cause)
            : KafkaErrors.ReadFailed(_options.Brokers, place, cause.Error, cause);
    }

    private JobException Refused(Error error) => KafkaErrors.NotAuthorized(_options.Brokers, "reading", error, null);

    private void OnError(Error error)
    {
        Log.OnError(error);
        _exchange.Wake();
    }

    private void OnAnswer()
    {
        Log.OnAnswer();
        _exchange.Wake();
    }

    // The client tells when all brokers are gone, not when one is back.
    private void Probe()
    {
        foreach (var partition in _partitions.Values)
        {
            try
            {
                _consumer.QueryWatermarkOffsets(partition.TopicPartition, ProbeTimeout);
                OnAnswer();
            }
            catch (KafkaException cause)
            {
                Log.OnError(cause.Error);
            }

            return;
        }
    }
}
