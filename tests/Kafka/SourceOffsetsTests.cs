namespace Akka.Flink.Kafka.Tests;

using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Formats;
using Akka.Flink.Kafka.Tests.Cluster;

[Collection(KafkaCollection.Name)]
public class SourceOffsetsTests(Broker broker)
{
    private readonly string _topic = KafkaPack.Missing is null ? broker.NewTopic(1) : "";

    [KafkaFact]
    public void Begins_at_the_first_record()
    {
        broker.Write(_topic, 0, "a", "b", "c");

        Assert.Equal(["a", "b", "c"], JobRun.Read(Bounded(OffsetsInitializer.Earliest)));
    }

    [KafkaFact]
    public void Begins_behind_what_is_there_and_reads_what_comes()
    {
        broker.Write(_topic, 0, "before");
        var sink = new Akka.Flink.Sinks.CollectSink<string>();
        using var run = JobRun.Start(environment => environment
            .FromSource(Builder(OffsetsInitializer.Latest).Build(), WatermarkStrategy.NoWatermarks<string>(), "source").SinkTo(sink));

        broker.Write(_topic, 0, "after");
        run.Until(() => sink.Values.Count > 0, "a record");

        Assert.Equal(["after"], sink.Values);
    }

    [KafkaFact]
    public void Begins_at_a_time()
    {
        broker.Write(_topic, 0, 1_000, "early");
        broker.Write(_topic, 0, 2_000, "on time");
        broker.Write(_topic, 0, 3_000, "late");

        Assert.Equal(["on time", "late"], JobRun.Read(Bounded(OffsetsInitializer.Timestamp(1_500))));
        Assert.Empty(JobRun.Read(Bounded(OffsetsInitializer.Timestamp(4_000))));
    }

    [KafkaFact]
    public void Begins_at_what_the_group_has_committed()
    {
        broker.Write(_topic, 0, "a", "b", "c");
        broker.Commit($"group-{_topic}", _topic, 0, 2);

        Assert.Equal(["c"], JobRun.Read(Bounded(OffsetsInitializer.CommittedOffsets())));
    }

    [KafkaFact]
    public void Falls_back_where_the_group_has_committed_nothing()
    {
        broker.Write(_topic, 0, "a");

        Assert.Equal(["a"], JobRun.Read(Bounded(OffsetsInitializer.CommittedOffsets(OffsetsInitializer.Earliest))));
    }

    [KafkaFact]
    public void Fails_without_fallback_where_the_group_has_committed_nothing()
    {
        var failure = Assert.Throws<JobException>(() => JobRun.Read(Bounded(OffsetsInitializer.CommittedOffsets())));

        Assert.Equal(ErrorDomain.Definition, failure.Domain);
        Assert.Contains($"'group-{_topic}' has not committed an offset of {_topic}-0,", failure.Message, StringComparison.Ordinal);
    }

    [KafkaFact]
    public void Begins_and_ends_at_given_offsets()
    {
        broker.Write(_topic, 0, "a", "b", "c", "d", "e");
        var source = Builder(At(1)).SetBounded(At(4)).Build();

        Assert.Equal(["b", "c", "d"], JobRun.Read(source));
    }

    [KafkaFact]
    public void Ends_where_the_topic_ended_at_the_start()
    {
        broker.Write(_topic, 0, "a", "b");
        var sink = new Akka.Flink.Sinks.CollectSink<string>();

        JobRun.ToEnd(environment =>
        {
            var stream = environment.FromSource(Bounded(OffsetsInitializer.Earliest), WatermarkStrategy.NoWatermarks<string>(), "source");
            stream.Map(value =>
            {
                broker.Write(_topic, 0, value + " again");
                return value;
            }).SinkTo(sink);
        });

        Assert.Equal(["a", "b"], sink.Values);
    }

    [KafkaFact]
    public void Ends_at_once_where_there_is_nothing() => Assert.Empty(JobRun.Read(Bounded(OffsetsInitializer.Earliest)));

    [KafkaFact]
    public void Goes_on_at_the_first_record_where_those_to_read_are_gone()
    {
        broker.Write(_topic, 0, "a", "b", "c");
        broker.DeleteBefore(_topic, 0, 2);

        Assert.Equal(["c"], JobRun.Read(Builder(At(1)).SetBounded(OffsetsInitializer.Latest).Build()));
    }

    [KafkaFact]
    public void Fails_where_records_to_read_are_gone_and_that_is_asked_for()
    {
        broker.Write(_topic, 0, "a", "b", "c");
        broker.DeleteBefore(_topic, 0, 2);
        var source = Builder(At(1)).SetBounded(OffsetsInitializer.Latest).Property("auto.offset.reset", "error").Build();

        var failure = Assert.Throws<JobException>(() => JobRun.Read(source));

        Assert.Equal(ErrorDomain.Definition, failure.Domain);
        Assert.Contains(
            $"{_topic}, partition 0: offset 1, to go on from, is no longer on the brokers", failure.Message, StringComparison.Ordinal);
    }

    private OffsetsInitializer At(long offset) =>
        OffsetsInitializer.Offsets(new Dictionary<KafkaPartition, long> { [new KafkaPartition(_topic, 0)] = offset });

    private KafkaSource<string> Bounded(OffsetsInitializer start) => Builder(start).SetBounded(OffsetsInitializer.Latest).Build();

    private KafkaSourceBuilder<string> Builder(OffsetsInitializer start) => KafkaSource.Builder<string>()
        .BootstrapServers(broker.Address)
        .Topics(_topic)
        .GroupId($"group-{_topic}")
        .StartingOffsets(start)
        .ValueFormat(RawFormat.Text);
}
