namespace Akka.Flink.Operators.Tests.Driver;

using Akka.Flink.Sinks;
using Akka.Flink.Functions;
using Akka.Flink.State;

public class SynchronousDriverTests
{
    private static readonly OutputTag<long> Odd = new("odd");

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    [Trait("rule", "K5")]
    public void Gives_the_same_final_sums_at_any_parallelism_and_through_bytes(int parallelism, bool forceSerialization)
    {
        var (graph, sink) = SumsByKey(parallelism);

        new SynchronousDriver(graph, new SynchronousDriverOptions { ForceSerialization = forceSerialization, BatchSize = 7 }).Run();

        Assert.Equal(1000, sink.Values.Count);
        Assert.Equal(ExpectedSums(), Final(sink.Values));
    }

    [Fact]
    [Trait("rule", "T9")]
    public void Goes_on_from_a_checkpoint_taken_after_any_step_at_another_parallelism()
    {
        for (var steps = 0; steps <= 9; steps++)
        {
            var (before, sinkBefore) = SumsByKey(2);
            var driver = new SynchronousDriver(before, new SynchronousDriverOptions { BatchSize = 64 });
            for (var i = 0; i < steps; i++)
                driver.Step();
            var checkpoint = driver.TakeCheckpoint();
            var (after, sinkAfter) = SumsByKey((steps % 3) + 1);

            new SynchronousDriver(after, null, checkpoint).Run();

            Assert.Equal(1000, sinkBefore.Values.Count + sinkAfter.Values.Count);
            Assert.Equal(ExpectedSums(), Final([.. sinkBefore.Values, .. sinkAfter.Values]));
        }
    }

    [Fact]
    [Trait("rule", "K10")]
    public void Refuses_a_checkpoint_with_state_of_an_operator_that_is_not_there()
    {
        var (graph, _) = SumsByKey(1);
        var checkpoint = new SynchronousDriver(graph).TakeCheckpoint();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSequence(0, 9).Uid("numbers").Print();

        var error = Assert.Throws<JobException>(() => new SynchronousDriver(environment.CreateJobGraph(), null, checkpoint));

        Assert.Contains("'sums'", error.Message);
    }

    [Fact]
    public void Routes_side_outputs_and_drops_what_nobody_reads()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var (main, odd) = (new CollectSink<long>(), new CollectSink<long>());
        var split = environment.FromSequence(1, 5).Process(new SplitByParity());

        split.SinkTo(main);
        split.GetSideOutput(Odd).SinkTo(odd);
        new SynchronousDriver(environment.CreateJobGraph()).Run();

        Assert.Equal([2, 4], main.Values);
        Assert.Equal([1, 3, 5], odd.Values);
    }

    [Fact]
    public void Gives_each_subtask_a_function_of_its_own()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment().SetParallelism(2);
        var sink = new CollectSink<(int Subtask, long Count)>();

        environment.FromSequence(0, 99).Rebalance().Process(new CountInField()).SinkTo(sink);
        new SynchronousDriver(environment.CreateJobGraph()).Run();

        Assert.Equal(
            [(0, 50), (1, 50)],
                sink.Values.GroupBy(each => each.Subtask).Select(group => (group.Key, group.Max(each => each.Count))).Order());
    }

    [Fact]
    [Trait("rule", "T11")]
    public void Never_calls_a_function_while_it_is_in_a_call()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment().SetParallelism(2);
        var sink = new CollectSink<long>();
        environment.FromSequence(0, 99).KeyBy(n => n % 7).Process(new Alone()).SinkTo(sink);

        new SynchronousDriver(environment.CreateJobGraph(), new SynchronousDriverOptions { BatchSize = 3 }).Run();

        Assert.Equal(100, sink.Values.Count(n => n >= 0));
        Assert.Contains(sink.Values, n => n < 0);
    }

    [Fact]
    [Trait("rule", "W13")]
    public void Ends_a_bounded_stream_with_the_largest_watermark_so_that_timers_fire()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var sink = new CollectSink<string>();

        environment.FromElements(("a", 5L), ("b", 7L))
            .AssignTimestampsAndWatermarks(
                WatermarkStrategy.ForMonotonousTimestamps<(string Key, long At)>().WithTimestampAssigner((element, _) => element.At))
            .KeyBy(element => element.Item1).Process(new EchoLater()).SinkTo(sink);
        new SynchronousDriver(environment.CreateJobGraph()).Run();

        Assert.Equal([("a at 1005", 1005), ("b at 1007", 1007)], sink.Records);
    }

    [Fact]
    public void Wraps_what_a_function_throws_with_operator_key_and_timestamp()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromElements(1L, 2L, 3L)
            .AssignTimestampsAndWatermarks(WatermarkStrategy.ForMonotonousTimestamps<long>().WithTimestampAssigner((n, _) => n * 10))
            .KeyBy(n => n).Reduce((a, b) => a).Name("first")
            .KeyBy(n => n).Process(new FailOn(2)).Name("picky").Uid("picky-uid").Print();

        var error = Assert.Throws<JobException>(() => new SynchronousDriver(environment.CreateJobGraph()).Run());

        Assert.Equal(ErrorDomain.Function, error.Domain);
        Assert.Contains("'picky' (picky-uid), subtask 0 of 1, failed on timestamp 20, key '2'", error.Message);
        Assert.IsType<InvalidOperationException>(error.InnerException);
    }

    [Fact]
    public void Copies_values_for_a_second_consumer_unless_objects_are_reused()
    {
        Assert.Equal(0, Run(objectReuse: false));
        Assert.Equal(1, Run(objectReuse: true));

        static int Run(bool objectReuse)
        {
            var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
            var sink = new CollectSink<int[]>();
            var arrays = environment.FromSequence(0, 0).Map(_ => new int[1]);
            arrays.Map(array => array[0] = 1).Print("ignored");
            arrays.SinkTo(sink);
            new SynchronousDriver(environment.CreateJobGraph(), new SynchronousDriverOptions { ObjectReuse = objectReuse }).Run();
            return sink.Values[0][0];
        }
    }

    [Fact]
    public async Task Waits_for_a_source_that_has_nothing_at_the_moment()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSequence(0, 9).Print("never");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => environment.ExecuteAsync("cancelled", cancelled.Token));
    }

    private static (JobGraph Graph, CollectSink<(long Key, long Sum)> Sink) SumsByKey(int parallelism)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment().SetParallelism(parallelism).SetMaxParallelism(16);
        var sink = new CollectSink<(long Key, long Sum)>();
        environment.FromSequence(0, 999).Uid("numbers")
            .Map(n => (Key: n % 10, Sum: n)).Uid("pairs")
            .KeyBy(pair => pair.Key).Sum(pair => pair.Sum).Uid("sums")
            .SinkTo(sink).Uid("sink");
        return (environment.CreateJobGraph("sums"), sink);
    }

    private static IEnumerable<(long Key, long Sum)> ExpectedSums() =>
        Enumerable.Range(0, 1000).GroupBy(n => (long)n % 10).Select(group => (group.Key, (long)group.Sum())).Order();

    private static IEnumerable<(long Key, long Sum)> Final(IReadOnlyList<(long Key, long Sum)> values) =>
        values.GroupBy(value => value.Key).Select(group => (group.Key, group.Max(value => value.Sum))).Order();

    private sealed class SplitByParity : ProcessFunction<long, long>
    {
        public override void ProcessElement(long value, Context context, ICollector<long> output)
        {
            context.Output(new OutputTag<string>("unread"), "dropped");
            if (value % 2 == 0)
                output.Collect(value);
            else
                context.Output(Odd, value);
        }
    }

    private sealed class CountInField : ProcessFunction<long, (int Subtask, long Count)>
    {
        private long _count;

        public override void ProcessElement(long value, Context context, ICollector<(int Subtask, long Count)> output) =>
            output.Collect((RuntimeContext.SubtaskIndex, ++_count));
    }

    private sealed class EchoLater : KeyedProcessFunction<string, (string Key, long At), string>
    {
        public override void ProcessElement((string Key, long At) value, Context context, ICollector<string> output) =>
            context.TimerService.RegisterEventTimeTimer(context.Timestamp!.Value + 1000);

        public override void OnTimer(long timestamp, OnTimerContext context, ICollector<string> output) =>
            output.Collect($"{context.CurrentKey} at {timestamp}");
    }

    private sealed class FailOn(long bad) : KeyedProcessFunction<long, long, long>
    {
        private IValueState<long> _seen = null!;

        public override void Open(OpenContext context) => _seen = RuntimeContext.GetState(new ValueStateDescriptor<long>("seen"));

        public override void ProcessElement(long value, Context context, ICollector<long> output)
        {
            _seen.Update(value);
            if (value == bad)
                throw new InvalidOperationException("not this one");
        }
    }

    // Sets timers that are due at once: they have to wait until the call is over.
    private sealed class Alone : KeyedProcessFunction<long, long, long>
    {
        private bool _isInside;

        public override void ProcessElement(long value, Context context, ICollector<long> output)
        {
            Enter();
            context.TimerService.RegisterEventTimeTimer(context.TimerService.CurrentWatermark);
            context.TimerService.RegisterProcessingTimeTimer(context.TimerService.CurrentProcessingTime);
            output.Collect(value);
            _isInside = false;
        }

        public override void OnTimer(long timestamp, OnTimerContext context, ICollector<long> output)
        {
            Enter();
            output.Collect(-1);
            _isInside = false;
        }

        private void Enter()
        {
            Assert.False(_isInside);
            _isInside = true;
        }
    }
}
