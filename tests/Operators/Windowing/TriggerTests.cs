namespace Akka.Flink.Operators.Tests.Windowing;

using Akka.Flink.State;
using Akka.Flink.Windowing;

/// <summary>Triggers: those of programs with state of every kind, and what is refused.</summary>
public class TriggerTests
{
    private static readonly SynchronousDriverOptions Reuse = new() { ObjectReuse = true };

    [Fact]
    [Trait("rule", "N12")]
    public void A_count_trigger_repeats_the_content_unless_it_purges_and_does_not_fire_at_the_end()
    {
        var repeating = Windowed(CountTrigger.Of(2));
        var purging = Windowed(PurgingTrigger.Of(CountTrigger.Of(2)));

        foreach (var script in (Script<Item, Item>[])[repeating, purging])
        {
            for (var value = 1; value <= 5; value++)
                script.Record(new Item("a", value), value);
            script.Watermark(100);
        }

        Assert.Equal(["Item { Key = a, Value = 3 }@9", "Item { Key = a, Value = 10 }@9", "W(100)"], repeating.Output);
        Assert.Equal(["Item { Key = a, Value = 3 }@9", "Item { Key = a, Value = 7 }@9", "W(100)"], purging.Output);
    }

    [Fact]
    [Trait("rule", "N15")]
    public void A_continuous_trigger_of_event_time_ends_with_the_largest_watermark_on_global_windows()
    {
        var script = new Script<Item, Item>(
            items => items.KeyBy(item => item.Key).Window(GlobalWindows.Create())
                .Trigger(ContinuousEventTimeTrigger.Of(TimeSpan.FromMilliseconds(10))).Reduce(Sum),
            Reuse);

        script.Record(new Item("a", 1), 3).Watermark(25).Record(new Item("a", 1), 26).Watermark(long.MaxValue);

        Assert.Equal(
            [
                "Item { Key = a, Value = 1 }@9223372036854775807", "Item { Key = a, Value = 1 }@9223372036854775807", "W(25)",
                "Item { Key = a, Value = 2 }@9223372036854775807", "Item { Key = a, Value = 2 }@9223372036854775807",
                "W(max)",
            ],
            script.Output);
    }

    [Fact]
    [Trait("rule", "N15")]
    public void A_continuous_trigger_of_event_time_tells_of_a_record_without_timestamp()
    {
        var script = new Script<Item, Item>(
            items => items.KeyBy(item => item.Key).Window(GlobalWindows.Create())
                .Trigger(ContinuousEventTimeTrigger.Of(TimeSpan.FromMilliseconds(10))).Reduce(Sum),
            Reuse);

        var error = Assert.Throws<JobException>(() => script.Record(new Item("a", 1)));

        Assert.Contains("A record without timestamp came to a window with the trigger ContinuousEventTimeTrigger.", error.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("rule", "N23")]
    public void A_trigger_of_a_program_keeps_state_of_every_kind_by_key_and_window(bool restores)
    {
        var script = new Script<Item, Item>(
            items => items.KeyBy(item => item.Key).Window(TumblingEventTimeWindows.Of(TimeSpan.FromMilliseconds(10)))
                .Trigger(new FiveStatesTrigger()).Reduce(Sum),
            Reuse);

        foreach (var (key, at) in new (string, long)[] { ("a", 1), ("a", 12), ("b", 2), ("a", 2), ("a", 13), ("a", 3), ("b", 3) })
        {
            script.Record(new Item(key, at), at);
            if (restores)
                script.SnapshotRestore();
        }

        Assert.Equal(["Item { Key = a, Value = 6 }@9"], script.Output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("rule", "N15")]
    [Trait("rule", "N18")]
    public void Lists_reduced_values_and_accumulators_of_a_trigger_merge_with_their_windows(bool restores)
    {
        var script = new Script<Item, Item>(
            items => items.KeyBy(item => item.Key).Window(EventTimeSessionWindows.WithGap(TimeSpan.FromMilliseconds(10)))
                .Trigger(new FiveStatesTrigger()).Reduce(Sum),
            Reuse);

        script.Record(new Item("a", 1), 0).Record(new Item("a", 2), 15).Record(new Item("b", 9), 8);
        if (restores)
            script.SnapshotRestore();
        script.Record(new Item("a", 3), 8);   // the third of the session that all are now

        Assert.Equal(["Item { Key = a, Value = 6 }@24"], script.Output);
    }

    [Fact]
    [Trait("rule", "N19")]
    public void Refuses_a_trigger_that_cannot_merge_where_windows_do()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var sessions = environment.FromElements(new Item("a", 1)).KeyBy(item => item.Key)
            .Window(EventTimeSessionWindows.WithGap(TimeSpan.FromSeconds(1)));

        var error = Assert.Throws<ArgumentException>(
            () => sessions.Trigger(DeltaTrigger.Of<Item, TimeWindow>(1, (left, right) => right.Value - left.Value)));
        Assert.Throws<ArgumentException>(
            () => sessions.Trigger(ProcessingTimeoutTrigger.Of(EventTimeTrigger.Create(), TimeSpan.FromSeconds(1))));

        Assert.Equal(
            "Windows that merge were given the trigger DeltaTrigger`2, which cannot merge. " +
            "Give them one whose CanMerge is true, or windows that do not merge.",
            error.Message);
    }

    [Fact]
    [Trait("rule", "N19")]
    public void Tells_of_a_trigger_that_says_that_it_merges_and_does_not()
    {
        var script = new Script<Item, Item>(
            items => items.KeyBy(item => item.Key).Window(EventTimeSessionWindows.WithGap(TimeSpan.FromMilliseconds(10)))
                .Trigger(new BoastingTrigger()).Reduce(Sum),
            Reuse);
        script.Record(new Item("a", 1), 0);

        var error = Assert.Throws<JobException>(() => script.Record(new Item("a", 1), 5));

        Assert.Contains("The trigger BoastingTrigger was asked to merge and does not override OnMerge.", error.Message);
        Assert.Contains("failed on window [0, 15), key 'a'", error.Message);
    }

    [Fact]
    [Trait("rule", "N11")]
    public void A_trigger_of_the_other_time_domain_finds_its_window_gone_at_the_cleanup()
    {
        var script = new Script<Item, Item>(
            items => items.KeyBy(item => item.Key).Window(TumblingEventTimeWindows.Of(TimeSpan.FromMilliseconds(10)))
                .Trigger(ProcessingTimeTrigger.Create()).Reduce(Sum),
            Reuse);

        script.Record(new Item("a", 1), 3).ProcessingTime(9).Record(new Item("a", 1), 13).Watermark(19).ProcessingTime(30);

        Assert.Equal(["Item { Key = a, Value = 1 }@9", "W(19)"], script.Output);
    }

    [Fact]
    public void Refuses_counts_and_intervals_that_make_no_sense()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CountTrigger.Of(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContinuousEventTimeTrigger.Of(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContinuousProcessingTimeTrigger.Of(TimeSpan.FromTicks(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProcessingTimeoutTrigger.Of(NeverTrigger.Create(), TimeSpan.FromSeconds(-1)));
    }

    private static Script<Item, Item> Windowed(Trigger trigger) => new(
        items => items.KeyBy(item => item.Key).Window(TumblingEventTimeWindows.Of(TimeSpan.FromMilliseconds(10)))
            .Trigger(trigger).Reduce(Sum),
        Reuse);

    private static Item Sum(Item left, Item right) => new(left.Key, left.Value + right.Value);

    // Fires at the third record of a window, which all of five states must say.
    private sealed class FiveStatesTrigger : Trigger<Item, TimeWindow>
    {
        private static readonly ValueStateDescriptor<long> Value = new("value");
        private static readonly ListStateDescriptor<long> List = new("list");
        private static readonly MapStateDescriptor<long, long> Map = new("map");
        private static readonly ReducingStateDescriptor<long> Reducing = new("reducing", (left, right) => left + right);
        private static readonly AggregatingStateDescriptor<Item, Total, Total> Aggregating = new("aggregating", new TotalOfItems());

        public override bool CanMerge => true;

        public override TriggerResult OnElement(Item element, long timestampMs, TimeWindow window, ITriggerContext context)
        {
            context.GetPartitionedState(Value).Update(context.GetPartitionedState(Value).Value + 1);
            context.GetPartitionedState(List).Add(timestampMs);
            context.GetPartitionedState(Map).Put(timestampMs, element.Value);
            context.GetPartitionedState(Reducing).Add(1);
            context.GetPartitionedState(Aggregating).Add(element);
            var counts = new[]
            {
                context.GetPartitionedState(List).LongCount(),
                context.GetPartitionedState(Reducing).Value,
                context.GetPartitionedState(Aggregating).Value!.Count,
            };
            Assert.Single(counts.Distinct());
            return counts[0] == 3 ? TriggerResult.FireAndPurge : TriggerResult.Continue;
        }

        public override void OnMerge(TimeWindow window, IOnMergeContext context)
        {
            context.MergePartitionedState(List);
            context.MergePartitionedState(Reducing);
            context.MergePartitionedState(Aggregating);
        }

        public override void Clear(TimeWindow window, ITriggerContext context)
        {
            context.GetPartitionedState(Value).Clear();
            context.GetPartitionedState(List).Clear();
            context.GetPartitionedState(Map).Clear();
            context.GetPartitionedState(Reducing).Clear();
            context.GetPartitionedState(Aggregating).Clear();
        }
    }

    private sealed class BoastingTrigger : Trigger
    {
        public override bool CanMerge => true;

        public override TriggerResult OnElement<TWindow>(long timestampMs, TWindow window, ITriggerContext context) =>
            TriggerResult.Continue;

        public override void Clear<TWindow>(TWindow window, ITriggerContext context)
        {
        }
    }
}
