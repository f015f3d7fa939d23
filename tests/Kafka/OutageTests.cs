namespace Akka.Flink.Kafka.Tests;

using System.Globalization;
using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Formats;
using Akka.Flink.Kafka.Tests.Cluster;
using Akka.Flink.Sinks;
using Akka.Flink.Sources;

[Collection(KafkaCollection.Name)]
public class OutageTests(Broker broker)
{
    private const int Outages = 3;
    private static readonly TimeSpan SessionTimeout = TimeSpan.FromSeconds(2);   // the pack's

    [KafkaFact]
    public void A_source_waits_for_brokers_that_were_killed_and_goes_on()
    {
        var topic = broker.NewTopic(2);
        WriteNumbers(topic, 0, 1000);
        var sink = new CollectSink<string>();
        var source = Source(topic).PartitionDiscoveryInterval(TimeSpan.FromSeconds(1)).Build();
        using var run = JobRun.Start(
            environment => environment.FromSource(source, WatermarkStrategy.NoWatermarks<string>(), "source").SinkTo(sink),
            null,
            (KafkaSettings.MetadataTimeoutKey, "500ms"));
        run.Until(() => sink.Values.Count == 1000, "the first records");

        broker.Kill();
        run.UntilElapsed(TimeSpan.FromSeconds(2));
        var snapshot = run.TakeCheckpoint();
        broker.Restart();
        WriteNumbers(topic, 1000, 2000);
        run.Until(() => sink.Values.Count >= 2000, "the records after the outage");
        run.TakeCheckpoint();
        run.Until(() => broker.Committed($"group-{topic}", topic, 0) == 1000, "a commit after the outage");

        Assert.True(snapshot.CheckpointId > 0);
        Assert.Equal(Numbers(0, 2000), sink.Values.Order());
    }

    [KafkaFact]
    public void A_reader_shows_that_no_broker_can_be_reached_until_one_is_back()
    {
        var topic = broker.NewTopic(1);
        broker.Write(topic, 0, "a");
        var context = new ReaderContext();
        var reader = Source(topic).Build().CreateReader(context);
        reader.AddSplits([KafkaSplit.Of(new KafkaPartition(topic, 0), 0, null)]);
        var batch = new SourceBatch<string>();
        try
        {
            Until(() => reader.TryPoll(batch) == PollStatus.MoreAvailable, "the record");

            broker.Kill();
            Until(() => Poll(reader, context) == 1, "the outage");
            broker.Restart();
            Until(() => Poll(reader, context) == 0, "the end of the outage");

            Assert.True(context["connectionErrors"] > 0);
        }
        finally
        {
            reader.Close();
        }
    }

    [KafkaFact]
    public void A_sink_survives_an_outage_and_loses_nothing()
    {
        var topic = broker.NewTopic(2);
        var restarted = Task.CompletedTask;
        var source = new GeneratorSource<string>(20_000, i => i.ToString("d5", CultureInfo.InvariantCulture));

        JobRun.ToEnd(environment => environment.FromSource(source, WatermarkStrategy.NoWatermarks<string>(), "source")
            .Map(value =>
            {
                if (value == "05000")
                {
                    broker.Kill();
                    restarted = Task.Run(broker.Restart);
                }

                return value;
            })
            .SinkTo(Sink(topic).Build()));

        restarted.Wait();
        Assert.Equal(Numbers(0, 20_000), broker.ReadAll(topic, 2).Select(each => each.Message.Value).Order());
    }

    [KafkaFact]
    public void A_sink_takes_no_more_than_its_queue_holds_and_fails_when_an_outage_is_too_long()
    {
        var topic = broker.NewTopic(1);
        var byCount = Sink(topic).Property("queue.buffering.max.messages", "10").Property("delivery.timeout.ms", "3000").Build()
            .CreateWriter(new ReaderContext());
        var bySize = Sink(topic).Property("queue.buffering.max.kbytes", "1").Property("delivery.timeout.ms", "60000").Build()
            .CreateWriter(new ReaderContext());
        broker.Kill();
        try
        {
            Assert.Equal(10, FillUp(byCount, "x"));
            Assert.InRange(FillUp(bySize, new string('x', 600)), 1, 3);

            var failure = Assert.Throws<JobException>(() => byCount.Flush(endOfInput: false));
            Assert.Equal(ErrorDomain.External, failure.Domain);
            Assert.Contains($"a record for topic '{topic}' was not delivered", failure.Message, StringComparison.Ordinal);
            Assert.Contains("'delivery.timeout.ms'", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            broker.Restart();
        }

        bySize.Flush(endOfInput: true);
        bySize.Close();
        byCount.Close();
        Assert.NotEmpty(broker.ReadAll(topic, 1));
    }

    // Awake again after its session has ended, a broker leads nothing until it has registered anew.
    [KafkaFact]
    public async Task A_source_that_begins_while_no_partition_has_a_leader_begins_when_one_has()
    {
        for (var outage = 0; outage < Outages; outage++)
        {
            var topic = broker.NewTopic(2);
            WriteNumbers(topic, 0, 10);
            var sink = new CollectSink<string>();
            var source = Source(topic).Build();

            var paused = broker.PauseAsync(1.25 * SessionTimeout);
            try
            {
                using var run = JobRun.Start(
                    environment => environment.FromSource(source, WatermarkStrategy.NoWatermarks<string>(), "source").SinkTo(sink));
                run.Until(() => sink.Values.Count == 10, "all records");
            }
            finally
            {
                await paused;
            }
        }
    }

    [KafkaFact]
    public async Task A_sink_that_begins_while_no_partition_has_a_leader_writes_when_one_has()
    {
        string[] numbers = [.. Numbers(0, 1000)];
        for (var outage = 0; outage < Outages; outage++)
        {
            var topic = broker.NewTopic(2);
            var paused = broker.PauseAsync(1.25 * SessionTimeout);
            try
            {
                JobRun.ToEnd(environment => environment.FromElements(numbers).SinkTo(Sink(topic).Build()));
            }
            finally
            {
                await paused;
            }

            Assert.Equal(numbers, broker.ReadAll(topic, 2).Select(each => each.Message.Value).Order());
        }
    }

    private static int FillUp(ISinkWriter<string> writer, string value)
    {
        var written = 0;
        for (; written < 100 && writer.IsWritable; written++)
            writer.Write(value, 0);
        return written;
    }

    private static long Poll(ISourceReader<string, KafkaSplit> reader, ReaderContext context)
    {
        reader.TryPoll(new SourceBatch<string>());
        return context["brokersDown"];
    }

    private static void Until(Func<bool> condition, string what)
    {
        if (!SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(30)))
            throw new TimeoutException($"Waited in vain for {what}.");
    }

    private static IEnumerable<string> Numbers(int from, int to) =>
        Enumerable.Range(from, to - from).Select(i => i.ToString("d5", CultureInfo.InvariantCulture));

    private void WriteNumbers(string topic, int from, int to)
    {
        string[] numbers = [.. Numbers(from, to)];
        broker.Write(topic, 0, numbers[..(numbers.Length / 2)]);
        broker.Write(topic, 1, numbers[(numbers.Length / 2)..]);
    }

    private KafkaSourceBuilder<string> Source(string topic) => KafkaSource.Builder<string>()
        .BootstrapServers(broker.Address).Topics(topic).GroupId($"group-{topic}").ValueFormat(RawFormat.Text);

    private KafkaSinkBuilder<string> Sink(string topic) =>
        KafkaSink.Builder<string>().BootstrapServers(broker.Address).Topic(topic).ValueFormat(RawFormat.Text);
}
