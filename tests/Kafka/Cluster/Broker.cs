namespace Akka.Flink.Kafka.Tests.Cluster;

using System.Text;
using Confluent.Kafka;
using Confluent.Kafka.Admin;

/// <summary>A broker in a folder of its own, from the first test to the last.</summary>
public sealed class Broker : IDisposable
{
    private const int MostUnsent = 20_000;

    private readonly string _folder = "";
    private readonly IProducer<byte[]?, byte[]?>? _producer;
    private readonly IAdminClient? _admin;
    private int _lastTopic;

    /// <summary>Starts it.</summary>
    public Broker()
    {
        if (KafkaPack.Missing is not null)
            return;

        var lines = KafkaPack.Run(null, "start").Split('\n');
        _folder = ValueOf("dir");
        Address = ValueOf("bootstrap");
        Connectors.Kafka.NativeLibrarySearch.Load(null);
        var properties = new Dictionary<string, string>
        {
            ["bootstrap.servers"] = Address, ["linger.ms"] = "0", ["log_level"] = "0",
            ["enable.idempotence"] = "true",
            ["max.in.flight"] = "1",   // a new topic may refuse a request, and take the next in its place (KAFKA-15591)
        };
        _producer = new ProducerBuilder<byte[]?, byte[]?>(properties).SetLogHandler(static (_, _) => { }).Build();
        _admin = new DependentAdminClientBuilder(_producer.Handle).Build();

        string ValueOf(string name) => lines.First(line => line.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..];
    }

    /// <summary>Where clients find it.</summary>
    public string Address { get; } = "";

    /// <summary>Makes a topic.</summary>
    /// <param name="partitions">How many partitions it has.</param>
    /// <param name="name">Its name; null for one that no other test has.</param>
    /// <returns>Its name.</returns>
    public string NewTopic(int partitions, string? name = null)
    {
        name ??= $"topic-{Interlocked.Increment(ref _lastTopic)}";
        var topic = new TopicSpecification
        {
            Name = name,
            NumPartitions = partitions,
            Configs = new() { ["retention.ms"] = "-1" },   // event times of long ago would be deleted after five minutes
        };
        _admin!.CreateTopicsAsync([topic]).GetAwaiter().GetResult();
        WaitForPartitions(name, partitions);
        return name;
    }

    /// <summary>Adds partitions to a topic.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="partitions">How many it has then.</param>
    public void Grow(string topic, int partitions)
    {
        _admin!.CreatePartitionsAsync([new PartitionsSpecification { Topic = topic, IncreaseTo = partitions }]).GetAwaiter().GetResult();
        WaitForPartitions(topic, partitions);
    }

    /// <summary>Writes values to a partition, and waits until they are there.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="values">The values; null for a message without one.</param>
    public void Write(string topic, int partition, params string?[] values) => Write(topic, partition, 0, values);

    /// <summary>Writes values of a time to a partition, and waits until they are there.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="timestampMs">Their timestamp; 0 for the clock's.</param>
    /// <param name="values">The values.</param>
    public void Write(string topic, int partition, long timestampMs, params string?[] values)
    {
        var failed = 0;
        var written = 0;
        foreach (var value in values)
        {
            if (++written % MostUnsent == 0)
                _producer!.Flush(TimeSpan.FromSeconds(30));   // a broker that is slow would find the client's queue full
            var message = new Message<byte[]?, byte[]?> { Value = value is null ? null : Encoding.UTF8.GetBytes(value) };
            if (timestampMs > 0)
                message.Timestamp = new Timestamp(timestampMs, TimestampType.CreateTime);
            _producer!.Produce(
                new TopicPartition(topic, partition), message, report => Interlocked.Add(ref failed, report.Error.IsError ? 1 : 0));
        }

        _producer!.Flush(TimeSpan.FromSeconds(30));
        Assert.Equal(0, failed);
    }

    /// <summary>Reads all that a topic holds, by a consumer that has nothing to do with the source.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="partitions">How many partitions it has.</param>
    /// <param name="isolation">Whether to read what is not committed.</param>
    /// <returns>The messages, each partition's in order.</returns>
    public IReadOnlyList<ConsumeResult<byte[]?, string>> ReadAll(
        string topic, int partitions, IsolationLevel isolation = IsolationLevel.ReadUncommitted)
    {
        using var consumer = new ConsumerBuilder<byte[]?, string>(new Dictionary<string, string>
        {
            ["bootstrap.servers"] = Address,
            ["group.id"] = "reads-all",
            ["enable.auto.commit"] = "false",
            ["enable.partition.eof"] = "true",
            ["isolation.level"] = isolation == IsolationLevel.ReadCommitted ? "read_committed" : "read_uncommitted",
            ["log_level"] = "0",
        }).Build();
        consumer.Assign(Enumerable.Range(0, partitions).Select(each => new TopicPartitionOffset(topic, each, Offset.Beginning)));
        var (messages, ended) = (new List<ConsumeResult<byte[]?, string>>(), 0);
        while (ended < partitions)
        {
            var result = consumer.Consume(TimeSpan.FromSeconds(20))
                ?? throw new TimeoutException($"Topic '{topic}' was not read to its end.");
            if (result.IsPartitionEOF)
                ended++;
            else
                messages.Add(result);
        }

        return messages;
    }

    /// <summary>Leaves a transaction as a process does that was killed while it wrote: open, with its records on the broker.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="values">The records.</param>
    /// <returns>Its producer.</returns>
    public IDisposable OpenTransaction(string name, string topic, params string[] values)
    {
        var producer = new ProducerBuilder<Null, string>(new Dictionary<string, string>
        {
            ["bootstrap.servers"] = Address, ["transactional.id"] = name, ["log_level"] = "0",
        }).SetLogHandler(static (_, _) => { }).Build();
        producer.InitTransactions(TimeSpan.FromSeconds(30));
        producer.BeginTransaction();
        foreach (var value in values.Length == 0 ? ["left"] : values)
            producer.Produce(topic, new Message<Null, string> { Value = value });
        producer.Flush(TimeSpan.FromSeconds(30));
        return producer;
    }

    /// <summary>The offset behind the last record of a partition.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="partition">The partition.</param>
    public long EndOf(string topic, int partition)
    {
        var end = new TopicPartitionOffsetSpec { TopicPartition = new(topic, partition), OffsetSpec = OffsetSpec.Latest() };
        return _admin!.ListOffsetsAsync([end]).GetAwaiter().GetResult().ResultInfos[0].TopicPartitionOffsetError.Offset.Value;
    }

    /// <summary>What a group has committed of a partition.</summary>
    /// <param name="group">The group.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="partition">The partition.</param>
    /// <returns>The offset; null when nothing.</returns>
    public long? Committed(string group, string topic, int partition)
    {
        var asked = new ConsumerGroupTopicPartitions(group, [new TopicPartition(topic, partition)]);
        var offset = _admin!.ListConsumerGroupOffsetsAsync([asked]).GetAwaiter().GetResult()[0].Partitions[0].Offset.Value;
        return offset < 0 ? null : offset;
    }

    /// <summary>Commits an offset for a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="offset">The offset.</param>
    public void Commit(string group, string topic, int partition, long offset) => _admin!.AlterConsumerGroupOffsetsAsync(
        [new ConsumerGroupTopicPartitionOffsets(group, [new TopicPartitionOffset(topic, partition, offset)])]).GetAwaiter().GetResult();

    /// <summary>Removes the records before an offset, as retention does.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="offset">The first that stays.</param>
    public void DeleteBefore(string topic, int partition, long offset) =>
        _admin!.DeleteRecordsAsync([new TopicPartitionOffset(topic, partition, offset)]).GetAwaiter().GetResult();

    /// <summary>Runs a tool of Kafka's own.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="arguments">Its arguments, the first one its name.</param>
    public void Tool(string input, params string[] arguments) => KafkaPack.Run(input, [arguments[0], "--dir", _folder, .. arguments[1..]]);

    /// <summary>Kills it: SIGKILL.</summary>
    public void Kill() => KafkaPack.Run(null, "kill", "--dir", _folder);

    /// <summary>Starts it again with the same data and address.</summary>
    public void Restart() => KafkaPack.Run(null, "restart", "--dir", _folder);

    /// <summary>Stops its process, connections stay open: SIGSTOP.</summary>
    public void Pause() => KafkaPack.Run(null, "pause", "--dir", _folder);

    /// <summary>Stops its process for a time.</summary>
    /// <param name="time">How long.</param>
    public async Task PauseAsync(TimeSpan time)
    {
        Pause();
        try
        {
            using var end = new PeriodicTimer(time);
            await end.WaitForNextTickAsync();
        }
        finally
        {
            Wake();
        }
    }

    /// <summary>Lets it go on.</summary>
    public void Wake() => KafkaPack.Run(null, "resume", "--dir", _folder);

    /// <summary>Ends it and removes its folder.</summary>
    public void Dispose()
    {
        _admin?.Dispose();
        _producer?.Dispose();
        if (_folder.Length > 0)
            KafkaPack.Run(null, "rm", "--dir", _folder);
    }

    // What was made shows a little later. The producer shares the connections of this client: it knows the partitions then as well.
    private void WaitForPartitions(string topic, int partitions) => Assert.True(SpinWait.SpinUntil(
        () => _admin!.GetMetadata(topic, TimeSpan.FromSeconds(10)).Topics[0].Partitions.Count == partitions, TimeSpan.FromSeconds(20)));
}
