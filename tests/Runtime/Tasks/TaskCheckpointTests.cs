namespace Akka.Flink.Runtime.Tests.Tasks;

using Akka.Flink.Operators;
using Akka.Flink.Runtime.Tests.Tasks.Support;
using Akka.Flink.Sinks;

public class TaskCheckpointTests
{
    private const long Numbers = 40_000;
    private const int Keys = 500;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 1)]
    [InlineData(1, 4)]
    public void A_job_goes_on_from_a_checkpoint_at_any_parallelism(int before, int after)
    {
        using var node = new TestNode();
        var first = new GatedSink<(long Key, long Count)>(portion: 50);
        first.Open();
        var run = node.Run(CountingJob(first, before)).Start();
        run.Until(() => first.Values.Count > 200);
        var checkpoint = run.TakeCheckpoint();
        run.Cancel();
        var second = new GatedSink<(long Key, long Count)>();
        second.Open();

        var resumed = node.Run(CountingJob(second, after), restore: checkpoint).Start();
        resumed.RunToEnd();

        resumed.ThrowIfFailed();
        var seen = first.Values.Concat(second.Values).GroupBy(each => each.Key)
            .ToDictionary(key => key.Key, key => key.Max(each => each.Count));
        Assert.Equal(Keys, seen.Count);
        Assert.All(seen.Values, count => Assert.Equal(Numbers / Keys, count));   // none twice, none never
        Assert.True(second.Values.Count < Numbers, "It began anew.");
    }

    [Fact]
    public void Changes_are_written_onto_the_chain_of_an_earlier_attempt()
    {
        using var node = new TestNode();
        var source = new QueueSource<long>();
        var sink = Opened<(long Key, long Count)>();
        var job = new AttemptId(new JobId("chain"), 1);
        var run = node.Run(QueueJob(source, sink), attempt: job).Start();
        FeedAndAwait(source, sink, 100);
        run.TakeCheckpoint();
        FeedAndAwait(source, sink, 3);
        var second = run.TakeCheckpoint();
        run.Cancel();

        var resumed = node.Run(QueueJob(source, sink), restore: second, attempt: job with { Number = 2 }).Start();
        FeedAndAwait(source, sink, 2);
        var third = resumed.TakeCheckpoint();
        resumed.Cancel();

        Assert.False(third.Parts.Values.Single(part => part.Subtask.Vertex == 1).Statistics.IsBase);
        Assert.Equal(2, HandleOf(third).Chunks.Select(range => range.Segment).Distinct().Count());
        Assert.True(HandleOf(third).Bytes > HandleOf(second).Bytes);
        var again = node.Run(QueueJob(source, sink), restore: third, attempt: job with { Number = 3 }).Start();
        FeedAndAwait(source, sink, 1);
        again.Cancel();
        Assert.Equal((0L, 4L), sink.Values[^1]);   // 100 keys, then keys 0 to 2, 0 and 1, 0
    }

    [Fact]
    public void A_checkpoint_completes_while_a_slow_sink_holds_everything_back()
    {
        using var node = new TestNode();
        var sink = new GatedSink<(long Key, long Count)>(portion: 20);
        sink.Open();
        var run = node.Run(CountingJob(sink, 2)).Start();
        run.Until(() => sink.Values.Count > 100);

        var checkpoint = run.TakeCheckpoint();

        Assert.True(sink.Values.Count < Numbers, "Nothing was held back.");
        Assert.Equal(run.Subtasks.Count, checkpoint.Parts.Count);
        Assert.Contains(node.Services.Probes.All, probe => probe.Sample().BackPressuredMs > 0);
        run.Cancel();
    }

    [Fact]
    public void A_store_that_is_slow_does_not_stop_checkpoints_for_ever()
    {
        using var node = new TestNode();
        var sink = Opened<(long Key, long Count)>();
        var source = new QueueSource<long>();
        var run = node.Run(QueueJob(source, sink)).Start();
        node.Store.Hold();
        FeedAndAwait(source, sink, 10);
        var first = run.Trigger();
        FeedAndAwait(source, sink, 20);
        var second = run.Trigger();
        run.Until(() => second.Acknowledged.Count == 1);   // the source has nothing to write

        node.Store.Release();

        Assert.Equal(2, first.Await().Parts.Count);
        Assert.Equal(2, second.Await().Parts.Count);
        run.Cancel();
    }

    [Fact]
    public void A_store_that_fails_declines_the_checkpoint_and_the_next_one_is_whole()
    {
        using var node = new TestNode();
        var sink = Opened<(long Key, long Count)>();
        var source = new QueueSource<long>();
        var run = node.Run(QueueJob(source, sink)).Start();
        FeedAndAwait(source, sink, 10);
        run.TakeCheckpoint();
        node.Store.FailWith(new IOException("The disk is full."));
        FeedAndAwait(source, sink, 5);
        var failed = run.Trigger();
        run.Until(() => failed.Declined.Count > 0);
        run.Abort(failed.Number);
        node.Store.FailWith(null);

        var next = run.TakeCheckpoint();
        run.Cancel();

        Assert.Contains("The disk is full.", failed.Declined[0].Reason);
        Assert.True(next.Parts.Values.Single(part => part.Subtask.Vertex == 1).Statistics.IsBase);
        var resumed = node.Run(QueueJob(source, sink), restore: next).Start();
        FeedAndAwait(source, sink, 1);
        resumed.Cancel();
        Assert.Equal((0L, 3L), sink.Values[^1]);
    }

    [Fact]
    public void What_an_aborted_checkpoint_wrote_stays_in_the_chain()
    {
        using var node = new TestNode();
        var sink = Opened<(long Key, long Count)>();
        var source = new QueueSource<long>();
        var run = node.Run(QueueJob(source, sink)).Start();
        FeedAndAwait(source, sink, 10);
        run.TakeCheckpoint();
        FeedAndAwait(source, sink, 10);
        node.Store.Hold();
        var aborted = run.Trigger();
        run.Until(() => aborted.Acknowledged.Count == 1);
        run.Abort(aborted.Number);
        node.Store.Release();
        FeedAndAwait(source, sink, 1);

        var checkpoint = run.TakeCheckpoint();
        run.Cancel();
        var resumed = node.Run(QueueJob(source, sink), restore: checkpoint).Start();
        FeedAndAwait(source, sink, 10);
        resumed.Cancel();

        Assert.DoesNotContain(aborted.Acknowledged, part => part.Subtask.Vertex == 1);
        Assert.Equal((9L, 3L), sink.Values[^1]);
        Assert.Contains((0L, 4L), sink.Values);
    }

    [Fact]
    public void State_is_written_whole_when_its_chain_has_grown()
    {
        using var node = new TestNode();
        var sink = Opened<(long Key, long Count)>();
        var source = new QueueSource<long>();
        var run = node.Run(QueueJob(source, sink)).Start();
        var wholes = 0;

        for (var i = 0; i < 30; i++)
        {
            FeedAndAwait(source, sink, 10);
            wholes += run.TakeCheckpoint().Parts.Values.Count(part => part.Statistics.IsBase);
        }

        run.Cancel();
        Assert.InRange(wholes, 3, 6);
        Assert.Equal(wholes, node.Store.Segments.Count);
    }

    [Fact]
    public void A_segment_that_only_a_base_that_came_to_nothing_named_is_told_to_be_left_behind()
    {
        using var node = new TestNode();
        var sink = Opened<(long Key, long Count)>();
        var source = new QueueSource<long>();
        var run = node.Run(QueueJob(source, sink)).Start();
        FeedAndAwait(source, sink, 10);
        run.TakeCheckpoint();
        node.Store.Hold();
        var aborted = run.Trigger(isBase: true);
        run.Until(() => aborted.Acknowledged.Count == 1);   // the source has nothing to write
        run.Abort(aborted.Number);
        node.Store.Release();

        var next = run.TakeCheckpoint(isBase: true);
        var later = run.TakeCheckpoint();
        run.Cancel();

        var segments = node.Store.Segments;
        Assert.Equal(3, segments.Count);
        Assert.Equal([segments[0], segments[1]], LeftWith(next));   // of the first, a retained checkpoint decides
        Assert.Equal([segments[2]], HandleOf(next).Chunks.Select(range => range.Segment).Distinct());
        Assert.Empty(LeftWith(later));
    }

    private static IReadOnlyList<SegmentId> LeftWith(JobCheckpoint checkpoint) =>
        checkpoint.Parts.Values.Single(part => part.Subtask.Vertex == 1).Left;

    private static JobGraph CountingJob(GatedSink<(long Key, long Count)> sink, int parallelism)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.SetMaxParallelism(64);
        environment.FromSequence(0, Numbers - 1).SetParallelism(parallelism).Uid("source")
            .KeyBy(n => n % Keys).Process(new RunningCount()).SetParallelism(Math.Max(1, 4 - parallelism)).Uid("count")
            .SinkTo(sink).SetParallelism(1).Uid("sink");
        return environment.CreateJobGraph("counting");
    }

    // Source and counting in tasks of their own.
    private static JobGraph QueueJob(QueueSource<long> source, GatedSink<(long Key, long Count)> sink)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSource(source, WatermarkStrategy.NoWatermarks<long>(), "queue").Uid("queue")
            .Rebalance().Map(n => n).Uid("map")
            .KeyBy(n => n).Process(new RunningCount()).Uid("count")
            .SinkTo(sink).Uid("sink");
        return environment.CreateJobGraph("queue");
    }

    private static GatedSink<T> Opened<T>()
    {
        var sink = new GatedSink<T>();
        sink.Open();
        return sink;
    }

    private static void FeedAndAwait(QueueSource<long> source, GatedSink<(long Key, long Count)> sink, int keys)
    {
        var before = sink.Values.Count;
        for (var i = 0; i < keys; i++)
            source.Add(i);
        Assert.True(SpinWait.SpinUntil(() => sink.Values.Count == before + keys, TimeSpan.FromSeconds(30)), "Records are missing.");
    }

    private static KeyedStateHandle HandleOf(JobCheckpoint checkpoint) =>
        checkpoint.Operators.Single(each => each.Uid == "count").Keyed!;
}
