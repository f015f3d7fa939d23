namespace Akka.Flink.Operators.Tests.Dataflow;

using Akka.Flink.Functions;
using Akka.Flink.State;
using FsCheck;
using FsCheck.Fluent;

public class BackPressureTests
{
    private static readonly Arbitrary<int[]> Portions = Gen.Choose(0, 5).ArrayOf(60).ToArbitrary();

    [Fact]
    public void A_filter_stops_and_goes_on() =>
        CheckOperator((context, output) => new FilterOperator<long>(context, output, n => n % 3 != 0));

    [Fact]
    public void A_map_in_front_of_a_filter_stops_and_goes_on() =>
        CheckOperator((context, output) => new MapOperator<long, long>(
            context, new Output<long>(new FilterOperator<long>(context, output, n => n % 2 == 0)), n => n + 1));

    [Fact]
    public void A_flat_map_stops_and_goes_on() =>
        CheckOperator((context, output) => new FlatMapOperator<long, long>(context, output, (n, collector) =>
    {
        for (var i = 0; i < n % 4; i++)
            collector.Collect((n * 10) + i);
    }));

    [Fact]
    public void What_a_call_emits_beyond_a_batch_that_is_partly_taken_is_not_lost() =>
        CheckOperator((context, output) => new FlatMapOperator<long, long>(
            context,
            new Output<long>(new MapOperator<long, long>(
                context, new Output<long>(new FilterOperator<long>(context, output, n => n % 2 == 0)), n => n)),
            EmitMany));

    [Fact]
    [Trait("rule", "W11")]
    public void Timers_stop_and_go_on_and_the_watermark_waits_for_them() => CheckOperator((context, output) =>
        (OneInputOperator<long, long>)new KeyedProcessFactory<long, long, long>(new EchoTwice()) { Input = null!, Selector = n => n % 5 }
            .Create(context, output));

    private static void EmitMany(long number, ICollector<long> collector)
    {
        for (var i = 0; i < number % 4 * 300; i++)
            collector.Collect((number * 1000) + i);
    }

    private static void CheckOperator(Func<OperatorContext, Output<long>, OneInputOperator<long, long>> create) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Portions, portions => Assert.Equal(Run(create, []), Run(create, portions))));

    private static List<string> Run(Func<OperatorContext, Output<long>, OneInputOperator<long, long>> create, int[] portions)
    {
        var end = new HesitantInput<long>(portions);
        var made = create(new OperatorContext("tested", "tested", 0, 1, 128, new ProcessingClock()), new Output<long>(end));
        made.Open();
        for (var round = 0; round < 3; round++)
        {
            var batch = new RecordBatch<long>();
            for (var i = 0; i < 10; i++)
                batch.Add((round * 10) + i, i);
            Push(made, batch);
            Finish(made, made.ProcessWatermark((round * 100) + 50));
        }

        Finish(made, made.ProcessStatus(idle: true));
        Finish(made, made.ProcessWatermark(long.MaxValue));
        Finish(made, made.EndInput());
        return end.Output;
    }

    private static void Push(OneInputOperator<long, long> made, RecordBatch<long> batch)
    {
        var next = made.Process(batch, 0);
        while (next < batch.Count)
        {
            Finish(made, done: false);
            next = made.Process(batch, next);
        }

        Finish(made, made.Resume());
    }

    private static void Finish(OneInputOperator<long, long> made, bool done)
    {
        for (var attempts = 0; !done; attempts++)
        {
            Assert.True(attempts < 1000, "It never ends.");
            done = made.Resume();
        }
    }

    private sealed class EchoTwice : KeyedProcessFunction<long, long, long>
    {
        private IValueState<long> _count = null!;

        public override void Open(OpenContext context) => _count = RuntimeContext.GetState(new ValueStateDescriptor<long>("count"));

        public override void ProcessElement(long value, Context context, ICollector<long> output)
        {
            _count.Update(_count.Value + 1);
            output.Collect(value);
            context.TimerService.RegisterEventTimeTimer((value * 5) + 20);
        }

        public override void OnTimer(long timestamp, OnTimerContext context, ICollector<long> output)
        {
            output.Collect(timestamp);
            output.Collect(_count.Value);
        }
    }
}
