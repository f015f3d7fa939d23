namespace Akka.Flink.Kafka.Tests;

using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Formats;
using Akka.Flink.Operators;
using Akka.Flink.Shared.Sinks;
using Akka.Flink.Sinks;

public class BuilderTests
{
    [Theory]
    [InlineData("sasl.mechanism", "GSSAPI", "sasl_plaintext")]
    [InlineData("sasl.mechanism", "OAUTHBEARER", "sasl_ssl")]
    [InlineData("ssl.engine.location", "engine.so", "ssl")]
    public void Refuses_exactly_once_where_only_the_client_can_reach_the_brokers(string name, string value, string protocol)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromElements("1").SinkTo(
            Sink().DeliveryGuarantee(DeliveryGuarantee.ExactlyOnce).TransactionalIdPrefix("test")
                .Property("security.protocol", protocol).Property(name, value).Build());

        var failure = Assert.Throws<JobException>(() => environment.CreateJobGraph());

        Assert.Equal(ErrorDomain.Definition, failure.Domain);
        Assert.Contains($"'{name}={value}'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("-D connectors.kafka.delivery-guarantee=at-least-once", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Needs_a_prefix_where_a_setting_demands_exactly_once() => Assert.Contains(
        "Call TransactionalIdPrefix",
        Message(() => Sink().Build().Configure(new Given((KafkaSettings.DeliveryGuaranteeKey, "exactly-once")))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("kafka:9092", "kafka", 9092)]
    [InlineData("SASL_SSL://kafka:9093", "kafka", 9093)]
    [InlineData("[::1]:9094", "::1", 9094)]
    [InlineData("kafka", "kafka", 9092)]
    public void Reads_addresses_as_the_client_does(string address, string host, int port) =>
        Assert.Equal((host, port), BrokerAddress.Parse(address));

    [Theory]
    [InlineData("pages-0-1", 0)]
    [InlineData("pages-12-3", 12)]
    [InlineData("pages-other-0-1", null)]
    [InlineData("pages-1", null)]
    [InlineData("pagesX-0-1", null)]
    public void Finds_the_subtask_in_the_name_of_a_transaction(string name, int? subtask) =>
        Assert.Equal(subtask, TransactionNames.SubtaskOf("pages", name));

    [Theory]
    [InlineData(KafkaSettings.DeliveryGuaranteeKey, "most-of-the-time", "Set it to 'none', 'at-least-once' or 'exactly-once'")]
    [InlineData(KafkaSettings.MetadataTimeoutKey, "soon", "Set it to a time from 1 ms to 60 m")]
    [InlineData(KafkaSettings.MetadataTimeoutKey, "2 h", "Set it to a time from 1 ms to 60 m")]
    [InlineData(KafkaSettings.MetadataTimeoutKey, "0 s", "Set it to a time from 1 ms to 60 m")]
    [InlineData(KafkaSettings.TransactionTimeoutKey, "500 ms", "Set it to a time from 1 s to 24 days")]
    [InlineData(KafkaSettings.LostTransactionsKey, "ignore", "Set it to 'fail' or 'report'")]
    public void Refuses_settings_that_make_no_sense(string key, string value, string advice)
    {
        var failure = Assert.Throws<JobException>(() => Sink().Build().Configure(new Given((key, value))));

        Assert.Contains($"'akka.flink.{key}' is '{value}'. {advice}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("250", 250)]
    [InlineData("250ms", 250)]
    [InlineData("1.5 s", 1_500)]
    [InlineData("30 seconds", 30_000)]
    [InlineData("2 m", 120_000)]
    public void Reads_times_with_units(string text, int milliseconds)
    {
        var settings = KafkaSettings.From(new Given((KafkaSettings.MetadataTimeoutKey, text)));

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), settings.MetadataTimeout);
    }

    [Fact]
    public void Says_which_call_is_missing()
    {
        var source = KafkaSource.Builder<string>();

        Assert.Contains("Call ValueFormat", Message(() => source.Build()), StringComparison.Ordinal);
        source.ValueFormat(RawFormat.Text);
        Assert.Contains("Call BootstrapServers", Message(() => source.Build()), StringComparison.Ordinal);
        source.BootstrapServers("kafka:9092");
        Assert.Contains("Call Topics or TopicPattern", Message(() => source.Build()), StringComparison.Ordinal);
        source.Topics("clicks").StartingOffsets(OffsetsInitializer.CommittedOffsets());
        Assert.Contains("Call GroupId", Message(() => source.Build()), StringComparison.Ordinal);
        source.GroupId("group").TopicPattern("clicks-.*");
        Assert.Contains("Call either Topics or TopicPattern", Message(() => source.Build()), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_properties_that_are_its_own() =>
        Assert.Contains(
            "The property 'enable.auto.commit' cannot be set",
            Message(() => KafkaSource.Builder<string>().Property("enable.auto.commit", "true")),
            StringComparison.Ordinal);

    [Cluster.KafkaFact]
    public void Names_a_property_that_the_client_does_not_know()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromElements("1").SinkTo(Sink().Property("no.such.property", "1").Build());

        Assert.Contains(
            "no.such.property", Message(() => _ = new SynchronousDriver(environment.CreateJobGraph())), StringComparison.Ordinal);
    }

    [Fact]
    public void Describes_how_far_a_partition_was_read() =>
        Assert.Equal("clicks, partition 3 at offset 17", KafkaSplit.Of(new KafkaPartition("clicks", 3), 17, null).Describe());

    private static KafkaSinkBuilder<string> Sink() =>
        KafkaSink.Builder<string>().BootstrapServers("kafka:9092").Topic("pages").ValueFormat(RawFormat.Text);

    private static string Message(Action action) => Assert.Throws<JobException>(action).Message;
}
