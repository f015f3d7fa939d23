namespace Akka.Flink.Runtime.Tests.Exchange;

using System.Diagnostics;
using Akka.Flink.Runtime.Tests.Exchange.Support;
using Akka.Flink.Runtime.Tests.Tasks.Support;
using Akka.Flink.Sinks;
using Akka.Flink.Sources;

public sealed class RemoteChannelTests : IDisposable
{
    private readonly TwoNodes _nodes = new();

    public void Dispose() => _nodes.Dispose();

    [Fact]
    public void A_million_records_with_barriers_and_watermarks_come_through_in_order()
    {
        const int Count = 1_000_000;
        const int Keys = 100;
        var sink = new CollectSink<(long Key, long Count)>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var strategy = WatermarkStrategy.ForMonotonousTimestamps<long>().WithTimestampAssigner((n, _) => n);
        environment.FromSource(new GeneratorSource<long>(Count, n => n), strategy, "source")
            .KeyBy(n => n % Keys).Process(new RunningCount()).SetParallelism(2).SinkTo(sink).SetParallelism(1);
        var graph = environment.CreateJobGraph("exchange");
        var run = _nodes.Run(graph, subtask => subtask is { Vertex: 1, Index: 1 } or { Vertex: 2 }).Start();

        for (var i = 0; i < 3; i++)
            Assert.Equal(run.Subtasks.Count, run.TakeCheckpoint().Parts.Count);
        run.RunToEnd();

        run.ThrowIfFailed();
        var records = sink.Records;
        Assert.Equal(Count, records.Count);
        foreach (var key in records.GroupBy(record => record.Value.Key))
        {
            // Record n of the key is number n * Keys + key of all, and the channels keep the order of a key.
            Assert.Equal(Enumerable.Range(1, Count / Keys).Select(n => (long)n), key.Select(record => record.Value.Count));
            Assert.Equal(
                Enumerable.Range(0, Count / Keys).Select(n => (n * (long)Keys) + key.Key), key.Select(record => record.TimestampMs));
        }
    }

    [Fact]
    public void An_event_takes_at_most_24_bytes_on_the_wire_everything_included()
    {
        const int Count = 1_000_000;
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var source = new GeneratorSource<(long Key, long Value)>(Count, (first, count, batch) =>
        {
            for (var i = first; i < first + count; i++)
                batch.Add(Event(i, out var timestampMs), timestampMs);
        });
        var sink = new CountSink<(long, long)>();
        environment.FromSource(source, WatermarkStrategy.ForBoundedOutOfOrderness<(long, long)>(TimeSpan.FromMilliseconds(64)), "source")
            .Rebalance().Map(each => each).SinkTo(sink);
        var run = _nodes.Run(environment.CreateJobGraph("bytes"), subtask => subtask.Vertex == 1).Start();
        var before = _nodes.PassedBytes;

        run.RunToEnd();

        run.ThrowIfFailed();
        Assert.Equal(Count, sink.Count);
        Assert.InRange((_nodes.PassedBytes - before) / (double)Count, 16, 24);
    }

    [Fact]
    public void A_receiver_that_takes_nothing_bounds_the_bytes_on_their_way()
    {
        const int Count = 4_000;
        var text = new string('x', 20_000);
        var sink = new GatedSink<string>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSource(new GeneratorSource<string>(Count, n => text), WatermarkStrategy.NoWatermarks<string>(), "source")
            .Rebalance().Map(each => each).SinkTo(sink);
        var run = _nodes.Run(environment.CreateJobGraph("slow"), subtask => subtask.Vertex == 1).Start();

        var checkpoint = run.Trigger();   // its barrier has to stay behind the records
        var held = WaitUntilStill();
        sink.Open();
        checkpoint.Await();
        run.RunToEnd();

        run.ThrowIfFailed();
        Assert.InRange(held, PeerBudgets.PeerBytes / 2, PeerBudgets.PeerBytes + 100_000);
        Assert.Equal(Count, sink.Values.Count);
    }

    [Fact]
    public void A_job_ends_with_records_that_take_many_frames_each()
    {
        const int Count = 40;
        var sink = new CollectSink<string>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSource(
                new GeneratorSource<string>(Count, n => new string((char)('a' + (n % 26)), 1_000_000)),
                WatermarkStrategy.NoWatermarks<string>(), "source")
            .Rebalance().Map(each => each).SinkTo(sink);
        var run = _nodes.Run(environment.CreateJobGraph("large"), subtask => subtask.Vertex == 1).Start();

        run.RunToEnd();

        run.ThrowIfFailed();
        Assert.Equal(Enumerable.Range(0, Count).Select(n => new string((char)('a' + (n % 26)), 1_000_000)), sink.Values);
    }

    [Fact]
    public void A_cut_connection_is_a_gap_that_fails_the_attempt()
    {
        var settings = JobSettings.Default with { Tasks = new TaskSettings { ChannelTimeout = TimeSpan.FromSeconds(2) } };
        var sink = new CountSink<long>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSource(new GeneratorSource<long>(long.MaxValue, n => n), WatermarkStrategy.NoWatermarks<long>(), "source")
            .Rebalance().Map(n => n + 1).SinkTo(sink);
        // The receiver is beside the master: what it reports does not depend on the connection.
        var run = _nodes.Run(environment.CreateJobGraph("cut"), subtask => subtask.Vertex == 0, settings).Start();
        run.Until(() => sink.Count > 100_000);

        // A cut that meets nothing on its way but a grant is healed by the next one: so it is cut again while records flow.
        var seen = 0L;
        run.Until(() =>
        {
            if (sink.Count > seen + 100_000)
            {
                seen = sink.Count;
                _nodes.Cut();
            }

            return run.Failures.Count > 0;
        });

        Assert.Matches("^Channel 0:0->0 (lost messages|has received nothing behind message)", run.Failures[0].Message);
        Assert.Equal(ErrorDomain.External, run.Failures[0].Domain);
    }

    // How many bytes had passed when nothing did any more for half a second.
    private long WaitUntilStill()
    {
        var started = Stopwatch.GetTimestamp();
        long passed;
        do
        {
            passed = _nodes.PassedBytes;
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60), "It never stops.");
        }
        while (passed < PeerBudgets.LeastShareBytes || SpinWait.SpinUntil(() => _nodes.PassedBytes > passed + 10_000, 500));

        return passed;
    }

    // The events of the comparison jobs, with a million keys.
    private static (long Key, long Value) Event(long i, out long timestampMs)
    {
        var z = (ulong)i + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        var x = z ^ (z >> 31);
        timestampMs = 1_000_000 + (i / 1000) - (long)((x >> 8) & 63);
        return ((long)((x >> 1) % 1_000_000), (long)((x >> 40) & 0xff));
    }

    private sealed class CountSink<T> : ISink<T>, ISinkWriter<T>
    {
        private long _count;

        public long Count => Interlocked.Read(ref _count);

        public ISinkWriter<T> CreateWriter(ISinkContext context) => this;

        public void Write(T value, long timestampMs) => Interlocked.Increment(ref _count);

        public void Flush(bool endOfInput)
        {
        }
    }
}
