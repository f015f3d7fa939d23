namespace Akka.Flink.Kafka.Tests;

using System.Globalization;
using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Formats;
using Akka.Flink.Kafka.Tests.Cluster;
using Akka.Flink.Operators;
using Akka.Flink.Sinks;
using Confluent.Kafka;

[Collection(KafkaCollection.Name)]
public class CheckpointTests(Broker broker)
{
    private readonly CollectSink<string> _sink = new();

    [KafkaFact]
    public void Goes_on_from_each_checkpoint_without_a_record_lost_or_repeated()
    {
        var topic = broker.NewTopic(3);
        string[] all = [.. Enumerable.Range(0, 3000).Select(i => i.ToString("d4", CultureInfo.InvariantCulture))];
        for (var i = 0; i < 3; i++)
            broker.Write(topic, i, all[(1000 * i)..(1000 * (i + 1))]);
        JobSnapshot? snapshot = null;

        for (var until = 400; until < 3000; until += 400)
        {
            var target = until;
            using var run = JobRun.Start(Program(topic), snapshot);
            run.Until(() => _sink.Values.Count >= target, $"{target} records");
            snapshot = run.TakeCheckpoint();
        }

        using var last = JobRun.Start(Program(topic), snapshot);
        last.Until(() => _sink.Values.Count >= 3000, "all records");
        last.UntilElapsed(TimeSpan.FromMilliseconds(300));

        Assert.Equal(all, _sink.Values.Order());
    }

    [KafkaFact]
    public void Goes_on_where_the_end_was_settled_before()
    {
        var topic = broker.NewTopic(1);
        broker.Write(topic, 0, [.. Enumerable.Range(0, 600).Select(i => $"{i}")]);
        JobSnapshot snapshot;
        using (var run = JobRun.Start(Program(topic, OffsetsInitializer.Latest)))
        {
            run.Until(() => _sink.Values.Count > 0, "records");
            snapshot = run.TakeCheckpoint();
        }

        broker.Write(topic, 0, "after the end");
        using var restored = JobRun.Start(Program(topic, OffsetsInitializer.Latest), snapshot);
        restored.Until(() => restored.IsFinished, "the end");

        Assert.Equal(Enumerable.Range(0, 600).Select(i => $"{i}"), _sink.Values);
    }

    [KafkaFact]
    public void Commits_offsets_to_the_group_when_a_checkpoint_is_complete()
    {
        var topic = broker.NewTopic(1);
        broker.Write(topic, 0, "a", "b", "c");
        using var run = JobRun.Start(Program(topic));
        run.Until(() => _sink.Values.Count == 3, "the records");
        Assert.Null(broker.Committed($"group-{topic}", topic, 0));

        run.TakeCheckpoint();

        run.Until(() => broker.Committed($"group-{topic}", topic, 0) == 3, "the commit");
    }

    [KafkaFact]
    public void Ends_behind_a_transaction_that_was_aborted()
    {
        var topic = broker.NewTopic(1);
        using (var producer = new ProducerBuilder<Null, string>(new Dictionary<string, string>
               {
                   ["bootstrap.servers"] = broker.Address, ["transactional.id"] = topic, ["log_level"] = "0",
               }).Build())
        {
            producer.InitTransactions(TimeSpan.FromSeconds(30));
            producer.BeginTransaction();
            producer.Produce(topic, new Message<Null, string> { Value = "committed" });
            producer.CommitTransaction();
            producer.BeginTransaction();
            producer.Produce(topic, new Message<Null, string> { Value = "aborted" });
            producer.Flush(TimeSpan.FromSeconds(30));
            producer.AbortTransaction();
        }

        var source = Builder(topic).SetBounded(OffsetsInitializer.Latest).Property("isolation.level", "read_committed").Build();
        var uncommitted = Builder(topic).SetBounded(OffsetsInitializer.Latest).Build();

        Assert.Equal(["committed"], JobRun.Read(source));
        Assert.Equal(["committed", "aborted"], JobRun.Read(uncommitted));
    }

    private KafkaSourceBuilder<string> Builder(string topic) => KafkaSource.Builder<string>()
        .BootstrapServers(broker.Address).Topics(topic).GroupId($"group-{topic}").ValueFormat(RawFormat.Text);

    private Action<StreamExecutionEnvironment> Program(string topic, OffsetsInitializer? end = null)
    {
        var builder = Builder(topic);
        if (end is not null)
            builder.SetBounded(end);
        var source = builder.Build();
        return environment => environment.SetParallelism(2)
            .FromSource(source, WatermarkStrategy.NoWatermarks<string>(), "source").SinkTo(_sink);
    }
}
