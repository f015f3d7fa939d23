namespace Akka.Flink.Kafka.Tests;

using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Formats;
using Akka.Flink.Sources;

/// <summary>What an enumerator makes of what brokers answer, and do not.</summary>
public sealed class EnumeratorTests
{
    private static readonly KafkaPartition First = new("pages", 0);
    private static readonly KafkaPartition Second = new("pages", 1);
    private static readonly JobException NoLeader = KafkaErrors.Unreachable("the brokers", TimeSpan.FromSeconds(1), "no leader", null);

    private readonly Answers _answers = new();
    private readonly KafkaSource<string> _source =
        KafkaSource.Builder<string>().BootstrapServers("nobody:1").Topics("pages").ValueFormat(RawFormat.Text).Build();

    [Fact]
    public void A_beginning_fails_when_it_is_not_told_the_offsets()
    {
        _source.CreateEnumerator(_answers).Start();
        _answers.Partitions!([First], null);

        Assert.Same(NoLeader, Assert.Throws<JobException>(() => _answers.Splits!(null, NoLeader)));
    }

    [Fact]
    public void A_job_that_reads_already_goes_on_when_a_new_partition_has_no_leader_and_finds_it_later()
    {
        var enumerator = _source.CreateEnumerator(_answers);
        Begin(enumerator, [First]);

        _answers.Partitions!([First, Second], null);
        _answers.Splits!(null, NoLeader);
        Find([First, Second], Second);

        Assert.Equal([First, Second], _answers.Assigned);
    }

    [Fact]
    public void A_restored_job_goes_on_when_a_new_partition_has_no_leader()
    {
        var enumerator = _source.RestoreEnumerator(_answers, new KafkaEnumeratorState(true, [First], []));
        Begin(enumerator, []);

        _answers.Partitions!([First, Second], null);
        _answers.Splits!(null, NoLeader);
        Find([First, Second], Second);

        Assert.Equal([Second], _answers.Assigned);
    }

    [Fact]
    public void A_restored_job_fails_when_no_broker_answers_at_all()
    {
        _source.RestoreEnumerator(_answers, new KafkaEnumeratorState(true, [First], [])).Start();

        Assert.Same(NoLeader, Assert.Throws<JobException>(() => _answers.Partitions!(null, NoLeader)));
    }

    private void Begin(ISplitEnumerator<KafkaSplit, KafkaEnumeratorState> enumerator, KafkaPartition[] partitions)
    {
        enumerator.Start();
        enumerator.AddReader(0);
        if (partitions.Length > 0)
            Find(partitions, partitions);
    }

    private void Find(KafkaPartition[] partitions, params KafkaPartition[] found)
    {
        _answers.Partitions!(partitions, null);
        _answers.Splits!([.. found.Select(partition => KafkaSplit.Of(partition, 0, null))], null);
    }

    /// <summary>Keeps who waits for an answer, and what is assigned.</summary>
    private sealed class Answers : ISplitEnumeratorContext<KafkaSplit>
    {
        public Action<KafkaPartition[]?, Exception?>? Partitions { get; private set; }

        public Action<KafkaSplit[]?, Exception?>? Splits { get; private set; }

        public List<KafkaPartition> Assigned { get; } = [];

        public int CurrentParallelism => 1;

        public void AssignSplit(KafkaSplit split, int subtask) => Assigned.Add(new KafkaPartition(split.Topic, split.Partition));

        public void SendEventToReader(int subtask, ReadOnlyMemory<byte> data) => throw new InvalidOperationException();

        public void SignalNoMoreSplits(int subtask) => throw new InvalidOperationException();

        public void CallAsync<T>(Func<CancellationToken, Task<T>> call, Action<T?, Exception?> handler) =>
            Splits = (Action<KafkaSplit[]?, Exception?>)(object)handler;

        public void CallPeriodically<T>(
            Func<CancellationToken, Task<T>> call, Action<T?, Exception?> handler, TimeSpan initialDelay, TimeSpan period) =>
            Partitions = (Action<KafkaPartition[]?, Exception?>)(object)handler;
    }
}
