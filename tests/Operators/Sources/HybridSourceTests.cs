namespace Akka.Flink.Operators.Tests.Sources;

using Akka.Flink.Sinks;
using Akka.Flink.Sources;
using Akka.Flink.State;

public class HybridSourceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_next_source_begins_when_all_readers_have_come_to_the_end_of_the_last(int parallelism)
    {
        var sink = new CollectSink<long>();

        new SynchronousDriver(Graph(sink, parallelism), new SynchronousDriverOptions { BatchSize = 7 }).Run();

        Assert.Equal(Enumerable.Range(0, 300).Select(n => (long)n), sink.Values.Order());
        Assert.All(sink.Values.Take(100), n => Assert.InRange(n, 0, 99));
        Assert.All(sink.Values.Skip(100).Take(150), n => Assert.InRange(n, 100, 249));
        Assert.All(sink.Values.Skip(250), n => Assert.InRange(n, 250, 299));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 2)]
    [Trait("rule", "K17")]
    public void It_goes_on_wherever_a_checkpoint_was_taken(int before, int after)
    {
        for (var steps = 0; steps < 70; steps += 3)
        {
            var sink = new CollectSink<long>();
            var first = new SynchronousDriver(Graph(sink, before), new SynchronousDriverOptions { BatchSize = 5 });
            for (var step = 0; step < steps && !first.IsFinished; step++)
                first.Step();
            var snapshot = first.TakeCheckpoint();
            first.Close();

            new SynchronousDriver(Graph(sink, after), new SynchronousDriverOptions { BatchSize = 5 }, snapshot).Run();

            Assert.Equal(Enumerable.Range(0, 300).Select(n => (long)n), sink.Values.Order());
        }
    }

    [Fact]
    public void A_source_is_made_when_its_turn_has_come()
    {
        var made = 0;
        var sink = new CollectSink<long>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var source = HybridSource.Builder(Numbers(0, 10)).AddSource(() =>
        {
            made++;
            Assert.Equal(10, sink.Values.Count);
            return Numbers(10, 20);
        }).Build();
        environment.FromSource(source, WatermarkStrategy.NoWatermarks<long>(), "hybrid").SinkTo(sink);

        new SynchronousDriver(environment.CreateJobGraph()).Run();

        Assert.Equal((1, 20), (made, sink.Values.Count));
    }

    [Fact]
    [Trait("rule", "W16")]
    public void Splits_of_the_source_that_is_read_wait_alone_and_others_are_passed_over()
    {
        var log = new List<string>();
        var source = HybridSource.Builder(Numbers(0, 1)).AddSource(new PausableNumbers(log)).Build();
        var reader = source.CreateReader(new NoReaderContext());
        var pausing = Assert.IsAssignableFrom<ISplitPausing>(reader);
        reader.Start();
        pausing.PauseSplits(["0/range-0"]);   // the first source cannot let splits wait, and none is read yet
        reader.AddSplits([new HybridSplit(1, "range-3", BytesOf(new RangeSplit("range-3", 0, 1)))]);

        pausing.PauseSplits(["0/range-0", "1/range-3"]);
        pausing.ResumeSplits(["1/range-3", "11/range-3"]);

        Assert.Equal(["pause range-3", "resume range-3"], log);
    }

    [Fact]
    public void A_source_without_end_must_be_the_last()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var source = HybridSource.Builder<long>(new Endless()).AddSource(Numbers(0, 1)).Build();
        environment.FromSource(source, WatermarkStrategy.NoWatermarks<long>(), "hybrid").SinkTo(new CollectSink<long>());

        var error = Assert.Throws<JobException>(() => new SynchronousDriver(environment.CreateJobGraph()));

        Assert.Contains("Source 0 of a hybrid source, 'Endless', does not come to an end", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_of_a_source_that_is_not_there_any_more_is_refused()
    {
        var sink = new CollectSink<long>();
        var first = new SynchronousDriver(Graph(sink, 1), new SynchronousDriverOptions { BatchSize = 50 });
        while (sink.Values.Count < 260)
            first.Step();
        var snapshot = first.TakeCheckpoint();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSource(HybridSource.Builder(Numbers(0, 100)).Build(), WatermarkStrategy.NoWatermarks<long>(), "hybrid")
            .Uid("hybrid").SinkTo(sink).Uid("sink");

        var error = Assert.Throws<JobException>(() => new SynchronousDriver(environment.CreateJobGraph(), null, snapshot));

        Assert.Contains("while source 2 of a hybrid source was read, and there are 1 now", error.Message, StringComparison.Ordinal);
    }

    private static JobGraph Graph(CollectSink<long> sink, int parallelism)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var source = HybridSource.Builder(Numbers(0, 100)).AddSource(Numbers(100, 250)).AddSource(Numbers(250, 300)).Build();
        environment.FromSource(source, WatermarkStrategy.ForMonotonousTimestamps<long>().WithTimestampAssigner((n, _) => n), "hybrid")
            .SetParallelism(parallelism).Uid("hybrid").SinkTo(sink).SetParallelism(1).Uid("sink");
        return environment.CreateJobGraph();
    }

    private static GeneratorSource<long> Numbers(long from, long to) => new(to - from, i => from + i);

    private static byte[] BytesOf(RangeSplit split)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        TypeSerializers.For<RangeSplit>().Write(bytes, split);
        return bytes.WrittenSpan.ToArray();
    }

    private sealed class Endless : ISource<long, RangeSplit, RangeSplit[]>
    {
        private readonly GeneratorSource<long> _numbers = Numbers(0, 1);

        public Boundedness Boundedness => Boundedness.ContinuousUnbounded;

        public ITypeSerializer<RangeSplit> SplitSerializer => _numbers.SplitSerializer;

        public ITypeSerializer<RangeSplit[]> EnumeratorStateSerializer => _numbers.EnumeratorStateSerializer;

        public ISplitEnumerator<RangeSplit, RangeSplit[]> CreateEnumerator(ISplitEnumeratorContext<RangeSplit> context) =>
            _numbers.CreateEnumerator(context);

        public ISplitEnumerator<RangeSplit, RangeSplit[]> RestoreEnumerator(
            ISplitEnumeratorContext<RangeSplit> context, RangeSplit[] state) => _numbers.RestoreEnumerator(context, state);

        public ISourceReader<long, RangeSplit> CreateReader(ISourceReaderContext context) => _numbers.CreateReader(context);
    }
}
