namespace Akka.Flink.Kafka.Tests;

using System.Globalization;
using Akka.Flink.Connectors.DataGen;
using Akka.Flink.Connectors.Files;
using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Formats;
using Akka.Flink.Kafka.Tests.Cluster;
using Akka.Flink.Operators;
using Akka.Flink.Sinks;
using Akka.Flink.Sources;

/// <summary>The files of the past, then a topic.</summary>
[Collection(KafkaCollection.Name)]
public sealed class HybridTests : IDisposable
{
    private readonly Broker _broker;
    private readonly string _folder = Directory.CreateTempSubdirectory("akka-flink-hybrid-").FullName;
    private readonly string[] _all = [.. Enumerable.Range(0, 4_000).Select(i => i.ToString("d5", CultureInfo.InvariantCulture))];

    public HybridTests(Broker broker) => _broker = broker;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [KafkaFact]
    public void Reads_the_files_and_then_what_the_topic_has_and_gets()
    {
        var topic = Write();
        var sink = new CollectSink<string>();
        using var run = JobRun.Start(Program(topic, sink, 2));
        run.Until(() => sink.Values.Count == 4_000, "files and topic");

        _broker.Write(topic, 1, "at last");
        run.Until(() => sink.Values.Count > 4_000, "what comes later");

        Assert.Equal([.. _all, "at last"], sink.Values.Order(StringComparer.Ordinal));
        Assert.All(sink.Values.Take(2_000), value => Assert.True(string.CompareOrdinal(value, "02000") < 0, value));
    }

    [KafkaFact]
    public void Goes_on_from_a_checkpoint_in_the_files_between_and_in_the_topic()
    {
        var topic = Write();
        var sink = new CollectSink<string>();
        JobSnapshot? snapshot = null;
        for (var until = 300; until < 4_000; until += 650)
        {
            var target = until;
            using var run = JobRun.Start(Program(topic, sink, 1 + (until % 3)), snapshot);
            run.Until(() => sink.Values.Count >= target, $"{target} records");
            snapshot = run.TakeCheckpoint();
        }

        using var last = JobRun.Start(Program(topic, sink, 2), snapshot);
        last.Until(() => sink.Values.Count >= 4_000, "all records");
        last.UntilElapsed(TimeSpan.FromMilliseconds(300));

        Assert.Equal(_all, sink.Values.Order(StringComparer.Ordinal));
    }

    private string Write()
    {
        for (var file = 0; file < 4; file++)
            File.WriteAllLines(Path.Combine(_folder, $"{file}.txt"), _all[(500 * file)..(500 * (file + 1))]);
        var topic = _broker.NewTopic(2);
        _broker.Write(topic, 0, _all[2_000..3_000]);
        _broker.Write(topic, 1, _all[3_000..]);
        return topic;
    }

    private Action<StreamExecutionEnvironment> Program(string topic, CollectSink<string> sink, int parallelism) => environment =>
    {
        var past = FileSource.ForLines(_folder).Build();
        var now = KafkaSource.Builder<string>().BootstrapServers(_broker.Address).Topics(topic).ValueFormat(RawFormat.Text).Build();
        var source = HybridSource.Builder(past).AddSource(now).Build();
        environment.FromSource(source.WithRate(20_000), WatermarkStrategy.NoWatermarks<string>(), "past and now")
            .SetParallelism(parallelism).Uid("source")
            .SinkTo(sink).Uid("sink");
    };
}
