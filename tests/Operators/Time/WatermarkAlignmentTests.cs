namespace Akka.Flink.Operators.Tests.Time;

using Akka.Flink.Sinks;
using Akka.Flink.Sources;
using Akka.Flink.State;

[Trait("rule", "W16")]
public class WatermarkAlignmentTests
{
    private const long DriftMs = 500;
    private const long IntervalMs = 10;

    [Fact]
    public void A_source_that_is_ahead_waits_until_the_others_have_caught_up()
    {
        var sink = new CollectSink<(char Source, long At)>();
        var driver = Driver(sink, Aligned("g"), Aligned("g"));

        RunToEnd(driver);

        var seen = sink.Values;
        Assert.Equal((300, 300), (seen.Count(each => each.Source == 'a'), seen.Count(each => each.Source == 'b')));
        var slowest = 0L;
        foreach (var (source, at) in seen)
        {
            if (source == 'b')
                slowest = at;
            else if (slowest < 299)   // the last of them ends the wait
                Assert.InRange(at, 0, slowest + DriftMs + (4 * 100));   // one record each step, and news takes a few
        }
    }

    [Fact]
    public void Sources_of_other_groups_do_not_wait()
    {
        var sink = new CollectSink<(char Source, long At)>();
        var driver = Driver(sink, Aligned("g"), Aligned("h"));

        for (var step = 0; step < 310; step++)
            Step(driver);

        Assert.Equal(300, sink.Values.Count(each => each.Source == 'a'));
        driver.Close();
    }

    [Fact]
    public void Only_the_splits_that_are_ahead_wait_where_the_reader_can_do_that()
    {
        var sink = new CollectSink<(char Source, long At)>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var source = new TwoSplitSource();
        environment.FromSource(source, Aligned("g"), "two splits").SinkTo(sink);
        var driver = new SynchronousDriver(
            environment.CreateJobGraph(), new SynchronousDriverOptions { BatchSize = 1, AutoWatermarkIntervalMs = IntervalMs });

        RunToEnd(driver);

        Assert.Contains("pause fast", source.Log);
        Assert.Contains("resume fast", source.Log);
        Assert.Equal((100, 100), (sink.Values.Count(each => each.Source == 'f'), sink.Values.Count(each => each.Source == 's')));
    }

    [Fact]
    public void In_the_middle_of_a_stream_it_is_refused()
    {
        var stream = StreamExecutionEnvironment.GetExecutionEnvironment().FromElements(1);

        var error = Assert.Throws<JobException>(() => stream.AssignTimestampsAndWatermarks(
            WatermarkStrategy.ForMonotonousTimestamps<int>().WithWatermarkAlignment("g", TimeSpan.Zero)));

        Assert.Contains("of group 'g', and only a source can wait", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => WatermarkStrategy.ForMonotonousTimestamps<int>().WithWatermarkAlignment("g", TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentException>(
            () => WatermarkStrategy.ForMonotonousTimestamps<int>().WithWatermarkAlignment(" ", TimeSpan.Zero));
    }

    private static WatermarkStrategy<(char Source, long At)> Aligned(string group) =>
        WatermarkStrategy.ForMonotonousTimestamps<(char Source, long At)>()
            .WithTimestampAssigner((each, _) => each.At)
            .WithWatermarkAlignment(group, TimeSpan.FromMilliseconds(DriftMs), TimeSpan.FromMilliseconds(IntervalMs));

    // Source a has a record each 100 ms of event time, source b one each millisecond.
    private static SynchronousDriver Driver(
        CollectSink<(char Source, long At)> sink, WatermarkStrategy<(char Source, long At)> a, WatermarkStrategy<(char Source, long At)> b)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var fast = environment.FromSource(new GeneratorSource<(char Source, long At)>(300, i => ('a', i * 100)), a, "fast");
        var slow = environment.FromSource(new GeneratorSource<(char Source, long At)>(300, i => ('b', i)), b, "slow");
        fast.Union(slow).SinkTo(sink);
        return new SynchronousDriver(
            environment.CreateJobGraph(), new SynchronousDriverOptions { BatchSize = 1, AutoWatermarkIntervalMs = IntervalMs });
    }

    private static void RunToEnd(SynchronousDriver driver)
    {
        for (var step = 0; !driver.IsFinished; step++)
        {
            Assert.True(step < 5_000, "It does not end.");
            Step(driver);
        }

        driver.Close();
    }

    private static void Step(SynchronousDriver driver)
    {
        driver.Step();
        driver.SetProcessingTime(driver.ProcessingTimeMs + IntervalMs);
    }

    private sealed class TwoSplitSource : ISource<(char Source, long At), RangeSplit, long>
    {
        public List<string> Log { get; } = [];

        public Boundedness Boundedness => Boundedness.Bounded;

        public ITypeSerializer<RangeSplit> SplitSerializer => TypeSerializers.For<RangeSplit>();

        public ITypeSerializer<long> EnumeratorStateSerializer => TypeSerializers.For<long>();

        public ISplitEnumerator<RangeSplit, long> CreateEnumerator(ISplitEnumeratorContext<RangeSplit> context) => new Enumerator(context);

        public ISplitEnumerator<RangeSplit, long> RestoreEnumerator(ISplitEnumeratorContext<RangeSplit> context, long state) =>
            new Enumerator(context);

        public ISourceReader<(char Source, long At), RangeSplit> CreateReader(ISourceReaderContext context) => new Reader(this, context);

        private sealed class Enumerator(ISplitEnumeratorContext<RangeSplit> context) : ISplitEnumerator<RangeSplit, long>
        {
            public void Start()
            {
            }

            public void AddReader(int subtask)
            {
                context.AssignSplit(new RangeSplit("fast", 0, 100), subtask);
                context.AssignSplit(new RangeSplit("slow", 0, 100), subtask);
                context.SignalNoMoreSplits(subtask);
            }

            public void HandleSplitRequest(int subtask)
            {
            }

            public void AddSplitsBack(IReadOnlyList<RangeSplit> splits, int subtask)
            {
            }

            public long SnapshotState(long checkpointId) => 0;
        }

        // Its splits in turn, but for those that wait; a record is 100 ms later than the last one in split fast, 1 ms in split slow.
        private sealed class Reader(TwoSplitSource owner, ISourceReaderContext context)
            : ISourceReader<(char Source, long At), RangeSplit>, ISplitPausing
        {
            private readonly List<RangeSplit> _splits = [];
            private readonly HashSet<string> _paused = [];
            private int _turn;

            public void Start()
            {
            }

            public PollStatus TryPoll(SourceBatch<(char Source, long At)> batch)
            {
                if (_splits.Count == 0)
                    return PollStatus.EndOfInput;

                var index = ++_turn % _splits.Count;
                var split = _splits[index];
                if (_paused.Contains(split.SplitId))
                    return PollStatus.MoreAvailable;
                if (split.Next == split.End)
                {
                    context.ReleaseSplit(split.SplitId);
                    _splits.RemoveAt(index);
                    return PollStatus.MoreAvailable;
                }

                batch.SplitId = split.SplitId;
                batch.Add((split.SplitId[0], split.SplitId == "fast" ? split.Next * 100 : split.Next));
                _splits[index] = split with { Next = split.Next + 1 };
                return PollStatus.MoreAvailable;
            }

            public Task WaitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

            public void AddSplits(IReadOnlyList<RangeSplit> splits) => _splits.AddRange(splits);

            public void NoMoreSplits()
            {
            }

            public IReadOnlyList<RangeSplit> SnapshotState(long checkpointId) => _splits;

            public void PauseSplits(IReadOnlyCollection<string> splitIds) => Note("pause", splitIds, _paused.UnionWith);

            public void ResumeSplits(IReadOnlyCollection<string> splitIds) => Note("resume", splitIds, _paused.ExceptWith);

            private void Note(string what, IReadOnlyCollection<string> splitIds, Action<IEnumerable<string>> change)
            {
                owner.Log.AddRange(splitIds.Select(id => $"{what} {id}"));
                change(splitIds);
            }
        }
    }
}
