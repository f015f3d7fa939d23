namespace Akka.Flink.Kafka.Tests;

using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Formats;
using Akka.Flink.Kafka.Tests.Cluster;
using Akka.Flink.Sinks;

[Collection(KafkaCollection.Name)]
public class TopicsTests(Broker broker)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    private readonly CollectSink<string> _sink = new();

    [KafkaFact]
    public void Reads_several_topics()
    {
        string[] topics = [broker.NewTopic(2), broker.NewTopic(1)];
        broker.Write(topics[0], 0, "a");
        broker.Write(topics[0], 1, "b");
        broker.Write(topics[1], 0, "c");

        Assert.Equal(["a", "b", "c"], JobRun.Read(Builder().Topics(topics).SetBounded(OffsetsInitializer.Latest).Build()).Order());
    }

    [KafkaFact]
    public void Shares_partitions_among_subtasks()
    {
        var topic = broker.NewTopic(5);
        for (var i = 0; i < 5; i++)
            broker.Write(topic, i, $"{i}", $"{i} again");
        var source = Builder().Topics(topic).SetBounded(OffsetsInitializer.Latest).Build();

        JobRun.ToEnd(environment => environment.SetParallelism(3)
            .FromSource(source, WatermarkStrategy.NoWatermarks<string>(), "source").SinkTo(_sink));

        Assert.Equal(Enumerable.Range(0, 5).SelectMany(i => new[] { $"{i}", $"{i} again" }), _sink.Values.Order());
    }

    [KafkaFact]
    public void Reads_the_topics_whose_whole_name_matches_a_pattern_and_those_that_come()
    {
        broker.Write(broker.NewTopic(1, "metrics-eu"), 0, "eu");
        broker.Write(broker.NewTopic(1, "metrics-eu-old"), 0, "old");
        using var run = Start(Builder().TopicPattern("metrics-(eu|us)").PartitionDiscoveryInterval(Soon).Build());
        run.Until(() => _sink.Values.Count == 1, "the first topic");

        broker.Write(broker.NewTopic(1, "metrics-us"), 0, "us");
        run.Until(() => _sink.Values.Count == 2, "the second topic");

        Assert.Equal(["eu", "us"], _sink.Values);
    }

    [KafkaFact]
    public void Reads_partitions_that_come_later_from_their_first_record()
    {
        var topic = broker.NewTopic(1);
        broker.Write(topic, 0, "before");
        using var run = Start(Builder().Topics(topic).StartingOffsets(OffsetsInitializer.Latest).PartitionDiscoveryInterval(Soon).Build());
        broker.Write(topic, 0, "first");
        run.Until(() => _sink.Values.Count == 1, "the first partition");

        broker.Grow(topic, 2);
        broker.Write(topic, 1, "second", "third");
        run.Until(() => _sink.Values.Count == 3, "the second partition");

        Assert.Equal(["first", "second", "third"], _sink.Values);
    }

    [KafkaFact]
    public void Names_a_topic_that_is_missing_and_those_like_it()
    {
        broker.NewTopic(1, "invoices-paid");
        var source = Builder().Topics("invoice-paid").Build();

        var failure = Assert.Throws<JobException>(() => JobRun.Read(source));

        Assert.Equal(ErrorDomain.Definition, failure.Domain);
        Assert.Contains(
            $"There is no topic 'invoice-paid' on the Kafka brokers '{broker.Address}'. Similar ones are 'invoices-paid'",
            failure.Message,
            StringComparison.Ordinal);
    }

    [KafkaFact]
    public void Refuses_a_pattern_that_nothing_can_ever_match()
    {
        var source = Builder().TopicPattern("nothing-.*").SetBounded(OffsetsInitializer.Latest).Build();

        var failure = Assert.Throws<JobException>(() => JobRun.Read(source));

        Assert.Contains("matches the pattern 'nothing-.*'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_brokers_do_not_answer_within_the_time_that_is_set()
    {
        var source = KafkaSource.Builder<string>().BootstrapServers("127.0.0.1:1").Topics("any").ValueFormat(RawFormat.Text).Build();
        var beginning = TimeProvider.System.GetTimestamp();

        var failure = Assert.Throws<JobException>(() => JobRun.Read(source, (KafkaSettings.MetadataTimeoutKey, "500 ms")));

        Assert.Equal(ErrorDomain.External, failure.Domain);
        Assert.Contains("The Kafka brokers '127.0.0.1:1' did not answer within 0.5 s: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Connection refused", failure.Message, StringComparison.Ordinal);
        Assert.InRange(TimeProvider.System.GetElapsedTime(beginning), TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    private static KafkaSourceBuilder<string> OfText(string address) =>
        KafkaSource.Builder<string>().BootstrapServers(address).ValueFormat(RawFormat.Text);

    private KafkaSourceBuilder<string> Builder() => OfText(broker.Address);

    private JobRun Start(KafkaSource<string> source) => JobRun.Start(environment => environment
        .FromSource(source, WatermarkStrategy.NoWatermarks<string>(), "source").SinkTo(_sink));
}
