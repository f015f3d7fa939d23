namespace Akka.Flink.Kafka.Tests;

using System.Text;
using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Formats;
using Akka.Flink.Kafka.Tests.Cluster;
using Akka.Flink.Sinks;

[Collection(KafkaCollection.Name)]
public class MalformedTests(Broker broker)
{
    private const string Good = """{"id":1}""";

    private readonly string _topic = KafkaPack.Missing is null ? broker.NewTopic(1) : "";

    [KafkaFact]
    public void Fails_on_a_value_that_cannot_be_read_and_says_where_it_is()
    {
        broker.Write(_topic, 0, Good, "{no json");

        var failure = Assert.Throws<JobException>(() => JobRun.Read(Builder().Build()));

        Assert.Equal(ErrorDomain.Definition, failure.Domain);
        Assert.Contains(
            $"{_topic}, partition 0, offset 1: the record cannot be read by source 'source'", failure.Message, StringComparison.Ordinal);
    }

    [KafkaFact]
    public void Passes_over_values_that_cannot_be_read_where_that_is_set()
    {
        broker.Write(_topic, 0, "{", Good, "no", "json", Good, "!");

        Assert.Equal([new Item(1), new Item(1)], JobRun.Read(Builder().Build(), (MalformedRecords.Key, "skip")));
    }

    [KafkaFact]
    public void Hands_values_that_cannot_be_read_to_a_side_output()
    {
        broker.Write(_topic, 0, Good, "broken", Good);
        var tag = new OutputTag<MalformedRecord>("malformed");
        var (items, malformed) = (new CollectSink<Item>(), new CollectSink<MalformedRecord>());

        JobRun.ToEnd(environment =>
        {
            var stream = environment.FromSource(
                Builder().MalformedRecords(MalformedRecords.ToSideOutput(tag)).Build(), WatermarkStrategy.NoWatermarks<Item>(), "source");
            stream.SinkTo(items);
            stream.GetSideOutput(tag).SinkTo(malformed);
        });

        var record = Assert.Single(malformed.Values);
        Assert.Equal(($"{_topic}, partition 0", 1L, "broken"), (record.Source, record.Position, Encoding.UTF8.GetString(record.Bytes)));
        Assert.Equal(2, items.Values.Count);
    }

    [KafkaFact]
    public void Passes_over_messages_without_a_value()
    {
        broker.Write(_topic, 0, null, Good, null);

        Assert.Equal([new Item(1)], JobRun.Read(Builder().Build()));
    }

    private KafkaSourceBuilder<Item> Builder() => KafkaSource.Builder<Item>()
        .BootstrapServers(broker.Address).Topics(_topic).SetBounded(OffsetsInitializer.Latest).ValueFormat(JsonFormat.Of<Item>());

    internal sealed record Item(int Id);
}
