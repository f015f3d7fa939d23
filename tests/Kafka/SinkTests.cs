namespace Akka.Flink.Kafka.Tests;

using System.Globalization;
using System.Text;
using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Formats;
using Akka.Flink.Kafka.Tests.Cluster;
using Akka.Flink.Sources;
using Confluent.Kafka;
using Confluent.Kafka.Admin;

[Collection(KafkaCollection.Name)]
public class SinkTests(Broker broker)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _topic = KafkaPack.Missing is null ? broker.NewTopic(4) : "";

    [KafkaFact]
    public void Writes_each_record_with_its_key_its_timestamp_and_its_headers()
    {
        var sink = Builder().Key(value => $"key of {value}")
            .Headers(value => [new("first", Encoding.UTF8.GetBytes(value)), new("second", [])]).Build();

        JobRun.ToEnd(environment => environment.FromElements("7")
            .AssignTimestampsAndWatermarks(WatermarkStrategy.NoWatermarks<string>().WithTimestampAssigner((_, _) => 1_234)).SinkTo(sink));

        var message = Assert.Single(broker.ReadAll(_topic, 4)).Message;
        Assert.Equal("7", message.Value);
        Assert.Equal("key of 7", Encoding.UTF8.GetString(message.Key!));
        Assert.Equal(1_234, message.Timestamp.UnixTimestampMs);
        Assert.Equal(["first", "second"], message.Headers.Select(header => header.Key));
        Assert.Equal("7", Encoding.UTF8.GetString(message.Headers[0].GetValueBytes()));
    }

    [KafkaFact]
    public void Sends_a_key_to_the_partition_that_the_client_of_Java_sends_it_to()
    {
        var numbered = Enumerable.Range(0, 50).Select(i => $"key-{i}");
        string[] keys = ["", "a", "ab", "abc", "abcd", "abcde", "/page/1", "Größe", "日本語", .. numbered];
        var byJava = broker.NewTopic(4);
        broker.Tool(
            string.Concat(keys.Select(key => $"{key}\t{key}\n")),
            "produce", "--topic", byJava, "--property", "parse.key=true");

        JobRun.ToEnd(environment => environment.FromElements(keys).SinkTo(Builder().Key(key => key).Build()));

        var expected = broker.ReadAll(byJava, 4);
        Assert.Equal(keys.Length, expected.Count);
        Assert.True(expected.Select(each => each.Partition.Value).Distinct().Count() > 1);
        Assert.Equal(PartitionsOf(expected), PartitionsOf(broker.ReadAll(_topic, 4)));

        static IEnumerable<(string, int)> PartitionsOf(IEnumerable<ConsumeResult<byte[]?, string>> messages) =>
            messages.Select(each => (each.Message.Value, each.Partition.Value)).Order();
    }

    // A broker tells of a new partition a moment before it takes records for it: the first request is refused, the next ones are not.
    [KafkaFact]
    public void Never_takes_for_written_what_a_topic_that_was_just_made_has_not()
    {
        const int count = 500;
        var properties = new Dictionary<string, string>
        {
            ["bootstrap.servers"] = broker.Address, ["enable.idempotence"] = "true", ["linger.ms"] = "0",
            ["dotnet.producer.delivery.report.fields"] = "none",
        };
        using var producer = new ProducerBuilder<byte[]?, byte[]>(properties).Build();
        using var admin = new DependentAdminClientBuilder(producer.Handle).Build();
        var confirmed = 0;
        for (var topics = 0; topics < 150; topics++)
        {
            var partition = new TopicPartition($"just-made-{topics}", 0);
            admin.CreateTopicsAsync([new TopicSpecification { Name = partition.Topic, NumPartitions = 1 }]).GetAwaiter().GetResult();
            Assert.True(SpinWait.SpinUntil(() => admin.GetMetadata(partition.Topic, Patience).Topics[0].Partitions.Count == 1, Patience));
            var deliveries = new Deliveries(count, areAnswered: true);
            for (var i = 0; i < count; i++)
            {
                deliveries.Begin();
                producer.Produce(partition, new Message<byte[]?, byte[]> { Value = [1] }, deliveries.Handler);
            }

            producer.Flush(Patience);
            Assert.Null(deliveries.Failure);
            Assert.Equal(0, deliveries.Pending);
            if (deliveries.Unconfirmed is null)
            {
                Assert.Equal(count, broker.EndOf(partition.Topic, 0));
                confirmed++;
            }

            admin.DeleteTopicsAsync([partition.Topic]).GetAwaiter().GetResult();
        }

        Assert.True(confirmed > 100, $"{confirmed} of 150");
    }

    [KafkaFact]
    public void Writes_keys_in_a_format_and_none_where_there_is_none()
    {
        var sink = Builder().Key(value => value == "1" ? [1, 2] : null!, RawFormat.Bytes).Build();

        JobRun.ToEnd(environment => environment.FromElements("1", "2").SinkTo(sink));

        var messages = broker.ReadAll(_topic, 4).ToDictionary(each => each.Message.Value, each => each.Message.Key);
        Assert.Equal([1, 2], messages["1"]!);
        Assert.Null(messages["2"]);
    }

    [KafkaFact]
    public void Has_all_records_on_the_brokers_when_a_checkpoint_is_taken()
    {
        var source = new GeneratorSource<string>(10_000, i => i.ToString("d5", CultureInfo.InvariantCulture));
        var sink = Builder().Property("linger.ms", "20000").Build();
        using var run = JobRun.Start(environment => environment
            .FromSource(source, WatermarkStrategy.NoWatermarks<string>(), "source").SinkTo(sink));
        run.Until(() => run.IsFinished, "the records");

        run.TakeCheckpoint();

        Assert.Equal(10_000, broker.ReadAll(_topic, 4).Select(each => each.Message.Value).Distinct().Count());
    }

    [KafkaFact]
    public void Writes_more_than_its_queue_holds()
    {
        var source = new GeneratorSource<string>(2_000, i => i.ToString("d5", CultureInfo.InvariantCulture));
        var sink = Builder().Property("queue.buffering.max.messages", "100").Build();

        JobRun.ToEnd(environment => environment
            .FromSource(source, WatermarkStrategy.NoWatermarks<string>(), "source").SinkTo(sink));

        Assert.Equal(2_000, broker.ReadAll(_topic, 4).Count);
    }

    [KafkaFact]
    public void Names_a_topic_that_is_missing_and_those_like_it()
    {
        broker.NewTopic(1, "page-analytics");
        var sink = KafkaSink.Builder<string>().BootstrapServers(broker.Address).Topic("page-analytic").ValueFormat(RawFormat.Text).Build();

        var failure = Assert.Throws<JobException>(() => JobRun.ToEnd(environment => environment.FromElements("1").SinkTo(sink)));

        Assert.Equal(ErrorDomain.Definition, failure.Domain);
        Assert.Contains("There is no topic 'page-analytic'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Similar ones are 'page-analytics'", failure.Message, StringComparison.Ordinal);
    }

    [KafkaFact]
    public void Says_how_large_a_record_is_that_is_too_large()
    {
        var sink = Builder().Property("message.max.bytes", "1000").Build();

        var failure = Assert.Throws<JobException>(
            () => JobRun.ToEnd(environment => environment.FromElements(new string('x', 2000)).SinkTo(sink)));

        Assert.Equal(ErrorDomain.Definition, failure.Domain);
        Assert.Contains($"a record of 2000 bytes is too large for topic '{_topic}'", failure.Message, StringComparison.Ordinal);
    }

    [KafkaFact]
    public void Says_that_a_key_selector_failed()
    {
        var sink = Builder().Key(value => value[5..]).Build();

        var failure = Assert.Throws<JobException>(
            () => JobRun.ToEnd(environment => environment.FromElements("1").SinkTo(sink).Name("pages")));

        Assert.Equal(ErrorDomain.Function, failure.Domain);
        Assert.Contains("Sink 'pages'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("its key selector failed", failure.Message, StringComparison.Ordinal);
    }

    [KafkaFact]
    public void Is_written_at_least_once_where_a_setting_overrides_exactly_once()
    {
        var sink = Builder().DeliveryGuarantee(DeliveryGuarantee.ExactlyOnce).TransactionalIdPrefix("test").Build();

        JobRun.ToEnd(
            environment => environment.FromElements("1", "2").SinkTo(sink), (KafkaSettings.DeliveryGuaranteeKey, "at-least-once"));

        Assert.Equal(["1", "2"], broker.ReadAll(_topic, 4).Select(each => each.Message.Value).Order());
    }

    private KafkaSinkBuilder<string> Builder() =>
        KafkaSink.Builder<string>().BootstrapServers(broker.Address).Topic(_topic).ValueFormat(RawFormat.Text);
}
