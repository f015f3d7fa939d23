namespace Akka.Flink.Kafka.Tests;

using System.Globalization;
using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Formats;
using Akka.Flink.Kafka.Tests.Cluster;
using Akka.Flink.Sinks;
using Akka.Flink.Sources;

/// <summary>Partitions that wait for others.</summary>
[Collection(KafkaCollection.Name)]
public class PausingTests(Broker broker)
{
    private const int Count = 40_000;

    // Two blocks of the reader's, and what the thread was filling when it was told.
    private const int ReadAhead = 4 * 4096;

    [KafkaFact]
    public void A_paused_partition_gives_little_more_and_later_all_the_rest_in_order()
    {
        var topic = broker.NewTopic(2);
        broker.Write(topic, 0, Numbers("a"));
        broker.Write(topic, 1, Numbers("b"));
        var reader = Source(topic).CreateReader(new ReaderContext());
        var read = new List<string>();
        reader.Start();
        reader.AddSplits([Split(topic, 0), Split(topic, 1)]);

        Pausing(reader).PauseSplits([IdOf(topic, 1)]);
        Until(() => Poll(reader, read, value => value[0] == 'a') == Count, "the partition that goes on");
        var ahead = read.Count(value => value[0] == 'b');
        for (var i = 0; i < 20; i++)   // again and again: what the client had fetched comes anew each time
        {
            Pausing(reader).ResumeSplits([IdOf(topic, 1)]);
            var before = read.Count;
            Until(() => Poll(reader, read, _ => true) > before || read.Count == 2 * Count, "more");
            Pausing(reader).PauseSplits([IdOf(topic, 1)]);
        }

        Pausing(reader).ResumeSplits([IdOf(topic, 1), "of nobody"]);
        Until(() => Poll(reader, read, _ => true) >= 2 * Count, "all records");

        reader.Close();
        Assert.InRange(ahead, 0, ReadAhead);
        Assert.Equal(Numbers("b"), read.Where(value => value[0] == 'b'));
        Assert.Equal(Numbers("a"), read.Where(value => value[0] == 'a'));
    }

    [KafkaFact]
    public void A_partition_that_is_ahead_waits_while_the_other_goes_on()
    {
        var topic = broker.NewTopic(2);
        broker.Write(topic, 0, Numbers("a"));   // their numbers are their time
        broker.Write(topic, 1, Numbers("b"));
        broker.Write(topic, 1, Numbers("b", Count, 5 * Count));
        var sink = new CollectSink<string>();
        var strategy = WatermarkStrategy.ForMonotonousTimestamps<string>()
            .WithTimestampAssigner((value, _) => value[0] == 'a' ? 0 : long.Parse(value.AsSpan(1), CultureInfo.InvariantCulture))
            .WithWatermarkAlignment("both", TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(10));
        using var run = JobRun.Start(environment => environment.FromSource(Source(topic), strategy, "source").SinkTo(sink));

        run.Until(() => sink.Values.Count(value => value[0] == 'a') == Count, "the partition that is behind");
        run.UntilElapsed(TimeSpan.FromMilliseconds(300));
        var ahead = sink.Values.Count(value => value[0] == 'b');

        Assert.InRange(ahead, 0, (5 * Count) - 1);
        Assert.Equal(Numbers("b", 0, ahead), sink.Values.Where(value => value[0] == 'b'));
    }

    private static string[] Numbers(string prefix, int from = 0, int to = Count) =>
        [.. Enumerable.Range(from, to - from).Select(i => prefix + i.ToString("d6", CultureInfo.InvariantCulture))];

    private static KafkaSplit Split(string topic, int partition) => new(IdOf(topic, partition), topic, partition, 0, null);

    private static string IdOf(string topic, int partition) => $"{topic}-{partition}";

    private static ISplitPausing Pausing(ISourceReader<string, KafkaSplit> reader) => Assert.IsAssignableFrom<ISplitPausing>(reader);

    private static int Poll(ISourceReader<string, KafkaSplit> reader, List<string> read, Func<string, bool> counts)
    {
        var batch = new SourceBatch<string>();
        reader.TryPoll(batch);
        for (var i = 0; i < batch.Records.Count; i++)
            read.Add(batch.Records.Values[i].Value);
        return read.Count(counts);
    }

    private static void Until(Func<bool> condition, string what)
    {
        if (!SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(40)))
            throw new TimeoutException($"Waited in vain for {what}.");
    }

    private KafkaSource<string> Source(string topic) =>
        KafkaSource.Builder<string>().BootstrapServers(broker.Address).Topics(topic).ValueFormat(RawFormat.Text).Build();
}
