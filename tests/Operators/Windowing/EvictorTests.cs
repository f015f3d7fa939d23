namespace Akka.Flink.Operators.Tests.Windowing;

using Akka.Flink.Functions;
using Akka.Flink.Windowing;

/// <summary>Evictors: what functions are given, and what stays.</summary>
public class EvictorTests
{
    private static readonly SynchronousDriverOptions Reuse = new() { ObjectReuse = true };

    [Fact]
    [Trait("rule", "N20")]
    public void An_evictor_that_leaves_nothing_does_not_suppress_the_call()
    {
        var process = Fired(windowed => windowed.Process(new ValuesFunction()));
        var aggregate = Fired(windowed => windowed.Aggregate(new TotalOfItems(), (_, _, total) => $"{total.Count}"));
        var reduce = Fired(windowed => windowed.Reduce(Sum, (_, _, sum) => $"{sum.Value}"));

        Assert.Equal(["()@9", "W(20)"], process);
        Assert.Equal(["0@9", "W(20)"], aggregate);
        Assert.Equal(["W(20)"], reduce);   // there is no result of nothing

        static List<string> Fired(Func<WindowedStream<Item, string, TimeWindow>, DataStream<string>> apply)
        {
            var script = new Script<Item, string>(items => apply(Windowed(items).Evictor(CountEvictor.Of(0))), Reuse);
            script.Record(new Item("a", 1), 3).Watermark(20);
            return script.Output;
        }
    }

    [Fact]
    [Trait("rule", "N20")]
    public void What_is_evicted_is_gone_for_the_firings_behind_it()
    {
        var script = new Script<Item, string>(
            items => Windowed(items).AllowedLateness(TimeSpan.FromMilliseconds(50)).Evictor(new EvenEvictor())
                .Process(new ValuesFunction()),
            Reuse);

        script.Record(new Item("a", 1), 1).Record(new Item("a", 2), 2).Record(new Item("a", 3), 3).Watermark(9);
        script.SnapshotRestore().Watermark(10).Record(new Item("a", 4), 4).Record(new Item("a", 5), 5);

        Assert.Equal(["(1 3)@9", "W(9)", "W(10)", "(1 3)@9", "(1 3 5)@9"], script.Output);
    }

    [Fact]
    [Trait("rule", "N20")]
    public void A_reduce_function_that_changes_what_it_is_given_does_not_change_what_is_kept()
    {
        var script = new Script<Total, string>(
            totals => totals.KeyBy(_ => 0).Window(GlobalWindows.Create()).Trigger(CountTrigger.Of(1)).Evictor(CountEvictor.Of(2))
                .Reduce(AddInPlace, (_, _, total) => $"{total.Sum}"),
            Reuse);

        for (var sum = 1; sum <= 4; sum++)
            script.Record(new Total { Sum = sum }, 0);

        Assert.Equal(["1", "3", "5", "7"], script.Output.Select(each => each.Split('@')[0]));
    }

    [Fact]
    [Trait("rule", "N20")]
    public void A_time_evictor_wants_timestamps_of_all_records_or_of_none()
    {
        var script = new Script<Item, string>(
            items => items.KeyBy(item => item.Key).Window(GlobalWindows.Create()).Trigger(CountTrigger.Of(2))
                .Evictor(TimeEvictor.Of(TimeSpan.FromMilliseconds(5))).Process(new AllValuesFunction()),
            Reuse);
        script.Record(new Item("a", 1)).Record(new Item("a", 2), 5).Record(new Item("b", 1), 5);

        var error = Assert.Throws<JobException>(() => script.Record(new Item("b", 2)));

        Assert.Equal(["(1 2)@9223372036854775807"], script.Output);
        Assert.Contains("A window with a TimeEvictor has records with and without timestamps.", error.Message);
    }

    private static WindowedStream<Item, string, TimeWindow> Windowed(DataStream<Item> items) =>
        items.KeyBy(item => item.Key).Window(TumblingEventTimeWindows.Of(TimeSpan.FromMilliseconds(10)));

    private static Item Sum(Item left, Item right) => new(left.Key, left.Value + right.Value);

    private static Total AddInPlace(Total left, Total right)
    {
        left.Sum += right.Sum;
        return left;
    }

    private sealed class EvenEvictor : Evictor<Item, TimeWindow>
    {
        public override void EvictBefore(WindowElements<Item> elements, TimeWindow window, IEvictorContext context)
        {
            for (var i = elements.Count - 1; i >= 0; i--)
            {
                if (elements[i].Value.Value % 2 == 0)
                    elements.RemoveAt(i);
            }
        }
    }

    private sealed class ValuesFunction : ProcessWindowFunction<Item, string, string, TimeWindow>
    {
        public override void Process(string key, Context context, IEnumerable<Item> elements, ICollector<string> output) =>
            output.Collect($"({string.Join(' ', elements.Select(item => item.Value))})");
    }

    private sealed class AllValuesFunction : ProcessWindowFunction<Item, string, string, GlobalWindow>
    {
        public override void Process(string key, Context context, IEnumerable<Item> elements, ICollector<string> output) =>
            output.Collect($"({string.Join(' ', elements.Select(item => item.Value))})");
    }
}
