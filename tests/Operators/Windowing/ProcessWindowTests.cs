namespace Akka.Flink.Operators.Tests.Windowing;

using Akka.Flink.Functions;
using Akka.Flink.State;
using Akka.Flink.Windowing;

/// <summary>What a process function of windows sees beside their records: cleanup, state of the window and of the key.</summary>
public class ProcessWindowTests
{
    private static readonly SynchronousDriverOptions Reuse = new() { ObjectReuse = true };

    [Fact]
    [Trait("rule", "N8")]
    [Trait("rule", "N9")]
    public void Clears_state_of_a_window_at_its_cleanup_time_and_emits_nothing_by_itself()
    {
        var script = new Script<Item, string>(
            items => items.KeyBy(item => item.Key).Window(TumblingEventTimeWindows.Of(TimeSpan.FromMilliseconds(10)))
                .AllowedLateness(TimeSpan.FromMilliseconds(5)).Process(new CountingFires()),
            Reuse,
            1,
            CountingFires.Cleared);

        script.Record(new Item("a", 1), 3).Watermark(9).Record(new Item("a", 2), 4).Watermark(14);
        script.Record(new Item("a", 3), 15).Watermark(30);

        Assert.Equal(
            ["fire 1 of 1@9", "W(9)", "fire 2 of 2@9", "W(14)", "fire 1 of 3@19", "W(30)"],
            script.Output.Where(each => !each.StartsWith("cleared", StringComparison.Ordinal)));
        Assert.Equal(
            ["cleared: [0, 10) after 2@9", "cleared: [10, 20) after 1@19"],
            script.Output.Where(each => each.StartsWith("cleared", StringComparison.Ordinal)));
    }

    [Fact]
    public void Plain_window_functions_see_window_and_records_with_a_key_or_without()
    {
        var keyed = new Script<Item, string>(
            items => items.KeyBy(item => item.Key).Window(TumblingEventTimeWindows.Of(TimeSpan.FromMilliseconds(10)))
                .Apply(new DescribingFunction()),
            Reuse);
        var all = new Script<Item, string>(
            items => items.WindowAll(TumblingEventTimeWindows.Of(TimeSpan.FromMilliseconds(10))).Apply(new DescribingFunction()), Reuse);

        foreach (var script in (Script<Item, string>[])[keyed, all])
            script.Record(new Item("a", 1), 3).Record(new Item("a", 2), 4).Watermark(9);

        Assert.Equal(["a [0, 10): 3@9", "W(9)"], keyed.Output);
        Assert.Equal(["all [0, 10): 3@9", "W(9)"], all.Output);
    }

    [Fact]
    public void A_process_function_over_all_records_has_state_side_outputs_and_is_told_of_the_cleanup()
    {
        var script = new Script<Item, string>(
            items => items.WindowAll(TumblingEventTimeWindows.Of(TimeSpan.FromMilliseconds(10)))
                .AllowedLateness(TimeSpan.FromMilliseconds(5)).Process(new CountingAllFires()),
            Reuse,
            1,
            CountingFires.Cleared);

        script.Record(new Item("a", 1), 3).Watermark(9).Record(new Item("b", 2), 4).SnapshotRestore().Watermark(14);

        Assert.Equal(["fire 1 of 1@9", "W(9)", "fire 2 of 2@9", "W(14)"], script.Output.Where(each => !each.StartsWith("cleared")));
        Assert.Contains("cleared: [0, 10) after 2@9", script.Output);
    }

    [Fact]
    [Trait("rule", "N19")]
    public void Refuses_state_by_window_where_windows_merge()
    {
        var script = new Script<Item, string>(
            items => items.KeyBy(item => item.Key).Window(EventTimeSessionWindows.WithGap(TimeSpan.FromMilliseconds(10)))
                .Process(new CountingFires()),
            Reuse);
        script.Record(new Item("a", 1), 3);

        var error = Assert.Throws<JobException>(() => script.Watermark(20));

        Assert.Equal(ErrorDomain.Definition, error.Domain);
        Assert.Contains("State 'fires' was asked for by window in operator", error.Message);
        Assert.Contains("Use GlobalState", error.Message);
    }

    [Fact]
    [Trait("rule", "N19")]
    public void Refuses_windows_that_merge_into_one_whose_time_has_passed()
    {
        var harness = WindowOperators.Harness("general", new ShrinkingWindows(), 0);
        harness.Process((new Item("a", 1), 0), (new Item("a", 1), 40));
        harness.Watermark(30);

        var error = Assert.Throws<JobException>(() => harness.Process((new Item("a", 1), 35)));

        Assert.Equal(ErrorDomain.Function, error.Domain);
        Assert.Contains("were merged into [0, 20), which has ended: the time is 30.", error.Message);
    }

    private sealed class CountingFires : ProcessWindowFunction<Item, string, string, TimeWindow>
    {
        public static readonly OutputTag<string> Cleared = new("cleared");

        private static readonly ValueStateDescriptor<int> Fires = new("fires");
        private static readonly ValueStateDescriptor<int> AllFires = new("all-fires");

        public override void Process(string key, Context context, IEnumerable<Item> elements, ICollector<string> output)
        {
            var fires = context.WindowState.GetState(Fires);
            var all = context.GlobalState.GetState(AllFires);
            fires.Update(fires.Value + 1);
            all.Update(all.Value + 1);
            output.Collect($"fire {fires.Value} of {all.Value}");
        }

        public override void Clear(Context context)
        {
            var fires = context.WindowState.GetState(Fires);
            context.Output(Cleared, $"{context.Window} after {fires.Value}");
            fires.Clear();
        }
    }

    private sealed class CountingAllFires : ProcessAllWindowFunction<Item, string, TimeWindow>
    {
        private static readonly ValueStateDescriptor<int> Fires = new("fires");
        private static readonly ValueStateDescriptor<int> AllFires = new("all-fires");

        public override void Process(Context context, IEnumerable<Item> elements, ICollector<string> output)
        {
            var fires = context.WindowState.GetState(Fires);
            var all = context.GlobalState.GetState(AllFires);
            fires.Update(fires.Value + 1);
            all.Update(all.Value + 1);
            output.Collect($"fire {fires.Value} of {all.Value}");
        }

        public override void Clear(Context context)
        {
            var fires = context.WindowState.GetState(Fires);
            context.Output(CountingFires.Cleared, $"{context.Window} after {fires.Value}");
            fires.Clear();
        }
    }

    private sealed class DescribingFunction
        : IWindowFunction<Item, string, string, TimeWindow>, IAllWindowFunction<Item, string, TimeWindow>
    {
        public void Apply(string key, TimeWindow window, IEnumerable<Item> elements, ICollector<string> output) =>
            output.Collect($"{key} {window}: {elements.Sum(item => item.Value)}");

        public void Apply(TimeWindow window, IEnumerable<Item> elements, ICollector<string> output) =>
            Apply("all", window, elements, output);
    }

    // Windows of 50 that merge into one that ends at 20, as none may.
    private sealed class ShrinkingWindows : WindowAssigner<TimeWindow>
    {
        public override bool IsEventTime => true;

        public override bool IsMerging => true;

        public override void AssignWindows(long timeMs, ICollection<TimeWindow> windows) =>
            windows.Add(new TimeWindow(timeMs, timeMs + 50));

        public override bool TryMerge(TimeWindow left, TimeWindow right, out TimeWindow merged)
        {
            merged = new TimeWindow(0, 20);
            return left != right && Math.Abs(left.Start - right.Start) < 40;
        }
    }
}
