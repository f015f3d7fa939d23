namespace Akka.Flink.Operators.Tests.Process;

using Akka.Flink.Functions;
using Akka.Flink.State;
using Akka.Flink.Testing;
using FsCheck;
using FsCheck.Fluent;

[Trait("rule", "K9")]
public class BroadcastStateTests
{
    private static readonly MapStateDescriptor<int, int> Prices = new("prices");

    // Steps: a price (item, price), a sale of an item, a restore with another parallelism.
    private static readonly Arbitrary<(int Kind, int Item, int Number)[]> Scripts =
        (from choice in Gen.Choose(0, 9)
         from item in Gen.Choose(0, 4)
         from number in Gen.Choose(0, 20)
         select (choice switch { <= 3 => 0, <= 7 => 1, _ => 2 }, item, number)).ArrayOf().ToArbitrary();

    [Fact]
    [Trait("rule", "K8")]
    public void All_subtasks_see_the_same_whatever_the_parallelism_becomes() => Check.QuickThrowOnFailure(Prop.ForAll(Scripts, script =>
    {
        using var harness = new TwoInputHarness<int, (int Item, int Price), string>(
            (sales, prices) => sales.KeyBy(item => item).Connect(prices.Broadcast(Prices)).Process(new Selling()),
            new HarnessOptions { Parallelism = 2, MaxParallelism = 8 });
        var naive = new Dictionary<int, int>();
        var sold = new Dictionary<int, int>();
        var expected = new List<string>();
        foreach (var (kind, item, number) in script)
        {
            switch (kind)
            {
                case 0:
                    naive[item] = number;
                    harness.Process2((item, number));
                    break;
                case 1:
                    sold[item] = sold.GetValueOrDefault(item) + 1;
                    expected.Add($"{item} for {(naive.TryGetValue(item, out var price) ? price : -1)}, {sold[item]} of {naive.Count}");
                    harness.Process1(item);
                    break;
                default:
                    harness.Restore(harness.Snapshot(), 1 + (number % 4));
                    break;
            }
        }

        Assert.Equal(expected, harness.Output.Select(element => element.Value!));
    }));

    [Fact]
    public void Records_see_what_was_broadcast_before_them() =>
        Verify.Pipeline<int, (int Item, int Price), string>((sales, prices) =>
                sales.Connect(prices.Broadcast(Prices)).Process(new Looking()))
            .Input(
                Script.First(Script.Record(1)),
                Script.Second(Script.Record((1, 5), at: 3)),
                Script.First(Script.Record(1, at: 4)),
                Script.Second(Script.Record((1, -1))),
                Script.First(Script.Record(1, at: 5)))
            .ExpectOutput(
                Script.Record("nothing"),
                Script.Record("3: 1 rules", at: 3),
                Script.Record("5", at: 4),
                Script.Record($"{long.MinValue}: 0 rules"),
                Script.Record("nothing", at: 5));

    [Fact]
    public void Keys_are_visited_that_have_something_in_the_state()
    {
        using var harness = new TwoInputHarness<int, (int Item, int Price), string>(
            (sales, prices) => sales.KeyBy(item => item).Connect(prices.Broadcast(Prices)).Process(new Selling()));
        foreach (var item in new[] { 3, 1, 3, 2 })
            harness.Process1(item);
        _ = harness.Job.TakeOutput();

        harness.Process2((Selling.Count, 0));
        harness.Process2((Selling.Forget, 0));
        harness.Process2((Selling.Count, 0));

        Assert.Equal(["1 sold 1", "2 sold 1", "3 sold 2"], harness.Output.Select(element => element.Value!).Order());
        Assert.Equal(0, harness.Job.KeyCount);
    }

    [Fact]
    public void Every_kind_of_keyed_state_can_be_visited()
    {
        using var harness = new TwoInputHarness<int, int, string>(
            (records, commands) => records.KeyBy(n => n).Connect(commands.Broadcast(Prices)).Process(new AllKinds()));
        harness.Process1(7);

        harness.Process2(0);

        Assert.Equal(["7: list 7", "7: map 7", "7: reducing 7", "7: aggregating 7"], harness.Output.Select(element => element.Value!));
    }

    [Fact]
    public void A_state_that_the_stream_was_not_broadcast_with_is_refused()
    {
        using var harness = new TwoInputHarness<int, (int Item, int Price), string>(
            (sales, prices) => sales.Connect(prices.Broadcast(new MapStateDescriptor<int, int>("others"))).Process(new Looking()));

        var error = Assert.Throws<JobException>(() => harness.Process1(1));

        Assert.Contains("Broadcast state 'prices' was asked for", error.Message, StringComparison.Ordinal);
        Assert.Contains("was broadcast with 'others'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_states_of_one_name_are_refused()
    {
        var stream = StreamExecutionEnvironment.GetExecutionEnvironment().FromElements(1);

        var error = Assert.Throws<JobException>(() => stream.Broadcast(Prices, new MapStateDescriptor<string, int>("prices")));

        Assert.Contains("two descriptors of the name 'prices'", error.Message, StringComparison.Ordinal);
    }

    private sealed class Looking : BroadcastProcessFunction<int, (int Item, int Price), string>
    {
        public override void ProcessElement(int value, ReadOnlyContext context, ICollector<string> output) =>
            output.Collect(context.GetBroadcastState(Prices).TryGet(value, out var price) ? $"{price}" : "nothing");

        public override void ProcessBroadcastElement((int Item, int Price) value, Context context, ICollector<string> output)
        {
            var state = context.GetBroadcastState(new MapStateDescriptor<int, int>("prices"));   // by name as well as by reference
            if (value.Price < 0)
                state.Remove(value.Item);
            else
                state.Put(value.Item, value.Price);
            if (RuntimeContext.SubtaskIndex == 0)   // each subtask is told
                output.Collect($"{context.Timestamp}: {state.Count} rules");
        }
    }

    private sealed class Selling : KeyedBroadcastProcessFunction<int, int, (int Item, int Price), string>
    {
        public const int Count = -1;
        public const int Forget = -2;

        private static readonly ValueStateDescriptor<int> SoldOf = new("sold");

        private IValueState<int> _sold = null!;

        public override void Open(OpenContext context) => _sold = RuntimeContext.GetState(SoldOf);

        public override void ProcessElement(int value, ReadOnlyContext context, ICollector<string> output)
        {
            _sold.Update(_sold.Value + 1);
            var prices = context.GetBroadcastState(Prices);
            var price = prices.Contains(value) ? prices.Get(value) : -1;
            output.Collect($"{context.CurrentKey} for {price}, {_sold.Value} of {prices.Count}");
        }

        public override void ProcessBroadcastElement((int Item, int Price) value, Context context, ICollector<string> output)
        {
            if (value.Item == Count)
                context.ApplyToKeyedState(SoldOf, (key, sold) => output.Collect($"{key} sold {sold.Value}"));
            else if (value.Item == Forget)
                context.ApplyToKeyedState(SoldOf, (_, sold) => sold.Clear());
            else
                context.GetBroadcastState(Prices).Put(value.Item, value.Price);
        }
    }

    private sealed class AllKinds : KeyedBroadcastProcessFunction<int, int, int, string>
    {
        private static readonly ListStateDescriptor<int> ListOf = new("list");
        private static readonly MapStateDescriptor<int, int> MapOf = new("map");
        private static readonly ReducingStateDescriptor<int> ReducingOf = new("reducing", (a, b) => a + b);
        private static readonly AggregatingStateDescriptor<int, int, int> AggregatingOf = new("aggregating", new Summing());

        public override void ProcessElement(int value, ReadOnlyContext context, ICollector<string> output)
        {
            RuntimeContext.GetListState(ListOf).Add(value);
            RuntimeContext.GetMapState(MapOf).Put(value, value);
            RuntimeContext.GetReducingState(ReducingOf).Add(value);
            RuntimeContext.GetAggregatingState(AggregatingOf).Add(value);
        }

        public override void ProcessBroadcastElement(int value, Context context, ICollector<string> output)
        {
            context.ApplyToKeyedState(ListOf, (key, list) => output.Collect($"{key}: list {list.Single()}"));
            context.ApplyToKeyedState(MapOf, (key, map) => output.Collect($"{key}: map {map.Get(key)}"));
            context.ApplyToKeyedState(ReducingOf, (key, state) => output.Collect($"{key}: reducing {state.Value}"));
            context.ApplyToKeyedState(AggregatingOf, (key, state) => output.Collect($"{key}: aggregating {state.Value}"));
        }
    }

    private sealed class Summing : IAggregateFunction<int, int, int>
    {
        public int CreateAccumulator() => 0;

        public int Add(int value, int accumulator) => accumulator + value;

        public int Merge(int left, int right) => left + right;

        public int GetResult(int accumulator) => accumulator;
    }
}
