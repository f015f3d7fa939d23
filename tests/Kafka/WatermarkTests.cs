namespace Akka.Flink.Kafka.Tests;

using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Formats;
using Akka.Flink.Kafka.Tests.Cluster;
using Akka.Flink.Sinks;
using Akka.Flink.Windowing;

[Collection(KafkaCollection.Name)]
public class WatermarkTests(Broker broker)
{
    private readonly CollectSink<string> _sink = new();
    private readonly CollectSink<string> _windows = new();

    [KafkaFact]
    public void A_partition_that_is_far_behind_holds_the_windows_of_all()
    {
        var topic = broker.NewTopic(2);
        broker.Write(topic, 0, 1_000, "x0");
        broker.Write(topic, 1, 1_500, "x1");
        broker.Write(topic, 1, 60_000, "x2");
        using var run = Start(topic, WatermarkStrategy.ForMonotonousTimestamps<string>());

        run.Until(() => _sink.Values.Count == 3, "the records");
        run.UntilElapsed(TimeSpan.FromMilliseconds(200));
        Assert.Empty(_windows.Values);
        broker.Write(topic, 0, 61_000, "x3");
        run.Until(() => _windows.Values.Count > 0, "the first window");

        Assert.Equal(["x0", "x1"], _windows.Values[0].Split('+').Order());
    }

    [KafkaFact]
    public void A_partition_without_records_holds_nothing_once_it_is_idle()
    {
        var topic = broker.NewTopic(3);
        broker.Write(topic, 0, 1_000, "x0");
        broker.Write(topic, 0, 60_000, "x1");
        using var run = Start(
            topic, WatermarkStrategy.ForMonotonousTimestamps<string>().WithIdleness(TimeSpan.FromMilliseconds(200)));

        run.Until(() => _windows.Values.Count > 0, "the first window");

        Assert.Equal("x0", _windows.Values[0]);
    }

    [KafkaFact]
    public void Records_have_the_timestamps_of_Kafka()
    {
        var topic = broker.NewTopic(1);
        broker.Write(topic, 0, 1_234, "x");
        using var run = Start(topic, WatermarkStrategy.NoWatermarks<string>());

        run.Until(() => _sink.Records.Count == 1, "the record");

        Assert.Equal([("x", 1_234L)], _sink.Records);
    }

    private JobRun Start(string topic, WatermarkStrategy<string> strategy)
    {
        var source = KafkaSource.Builder<string>().BootstrapServers(broker.Address).Topics(topic).ValueFormat(RawFormat.Text).Build();
        return JobRun.Start(environment =>
        {
            var stream = environment.FromSource(source, strategy, "source");
            stream.SinkTo(_sink);
            stream.KeyBy(value => value[..1])
                .Window(TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(1)))
                .Reduce((left, right) => $"{left}+{right}")
                .SinkTo(_windows);
        });
    }
}
