namespace Akka.Flink.Operators.Tests.Windowing;

using Akka.Flink.State;
using Akka.Flink.Windowing;

/// <summary>Global windows, windows of so many records, windows over all keys, and sessions whose records give the gap.</summary>
public class GlobalWindowTests
{
    private static readonly SynchronousDriverOptions Reuse = new() { ObjectReuse = true };

    [Fact]
    [Trait("rule", "N13")]
    public void A_count_window_fires_at_its_size_and_begins_anew()
    {
        var script = new Script<Item, string>(
            items => items.KeyBy(item => item.Key).CountWindow(2).Reduce(Sum, (key, window, sum) => $"{key}{sum.Value} of {window}"),
            Reuse);

        script.Records((new Item("a", 1), 1), (new Item("b", 5), 1), (new Item("a", 2), 1), (new Item("a", 3), 1), (new Item("a", 4), 1));

        Assert.Equal(
            ["a3 of the global window@9223372036854775807", "a7 of the global window@9223372036854775807"], script.Output);
    }

    [Fact]
    [Trait("rule", "N13")]
    public void A_sliding_count_window_has_the_last_records_at_each_slide()
    {
        var script = new Script<Item, string>(
            items => items.KeyBy(item => item.Key).CountWindow(3, 2).Reduce(Sum, (_, _, sum) => $"{sum.Value}"), Reuse);

        for (var value = 1; value <= 6; value++)
            script.Record(new Item("a", value), 0).SnapshotRestore();

        Assert.Equal(["3", "9", "15"], script.Output.Select(each => each.Split('@')[0]));
    }

    [Fact]
    [Trait("rule", "N14")]
    public void Global_windows_do_not_fire_by_themselves_and_no_record_is_late()
    {
        var silent = new Script<Item, Item>(
            items => items.KeyBy(item => item.Key).Window(GlobalWindows.Create()).Reduce(Sum), Reuse);
        var atTheEnd = new Script<Item, Item>(
            items => items.KeyBy(item => item.Key).Window(GlobalWindows.CreateWithEndOfStreamTrigger()).Reduce(Sum), Reuse);

        foreach (var script in (Script<Item, Item>[])[silent, atTheEnd])
            script.Record(new Item("a", 1), 1).Watermark(100).Record(new Item("a", 2), 1).End();

        Assert.Equal(["W(100)", "W(max)", "end"], silent.Output);
        Assert.Equal(
            ["W(100)", "Item { Key = a, Value = 3 }@9223372036854775807", "W(max)", "end"], atTheEnd.Output);
    }

    [Fact]
    [Trait("rule", "N21")]
    public void Windows_over_all_records_take_every_key_and_run_in_one_subtask()
    {
        var script = new Script<Item, string>(
            items => items.KeyBy(item => item.Key).WindowAll(TumblingEventTimeWindows.Of(TimeSpan.FromMilliseconds(10)))
                .Aggregate(new TotalOfItems(), (window, total) => $"{window}: {total.Sum}"),
            Reuse,
            parallelism: 2);

        script.Records((new Item("a", 1), 1), (new Item("b", 2), 2), (new Item("c", 4), 13)).SnapshotRestore(3).Watermark(30);

        Assert.Equal(["[0, 10): 3@9", "[10, 20): 4@19"], script.Output.Where(each => each.Contains('[')));
        var windows = StreamExecutionEnvironment.GetExecutionEnvironment().FromElements(1).CountWindowAll(1).Reduce((left, _) => left);
        Assert.Throws<JobException>(() => windows.SetParallelism(2));
    }

    [Fact]
    [Trait("rule", "N27")]
    public void A_record_gives_its_session_the_gap()
    {
        var script = new Script<Item, string>(
            items => items.KeyBy(item => item.Key)
                .Window(EventTimeSessionWindows.WithDynamicGap<Item>(item => TimeSpan.FromMilliseconds(item.Value)))
                .Reduce(Sum, (_, window, sum) => $"{window}: {sum.Value}"),
            Reuse);

        script.Record(new Item("a", 50), 0).Record(new Item("a", 5), 10).Record(new Item("a", 5), 70).Record(new Item("a", 50), 0);
        script.Watermark(100);

        Assert.Equal(["[0, 50): 105@49", "[70, 75): 5@74", "W(100)"], script.Output);
    }

    [Fact]
    [Trait("rule", "N27")]
    public void Tells_of_a_record_with_a_gap_that_makes_no_sense()
    {
        var script = new Script<Item, Item>(
            items => items.KeyBy(item => item.Key)
                .Window(DynamicProcessingTimeSessionWindows.WithDynamicGap<Item>(item => TimeSpan.FromMilliseconds(item.Value)))
                .Reduce(Sum),
            Reuse);

        var error = Assert.Throws<JobException>(() => script.Record(new Item("a", 0), 0));

        Assert.Equal(ErrorDomain.Function, error.Domain);
        Assert.Contains("A record gave its session the gap 00:00:00.", error.Message);
    }

    private static Item Sum(Item left, Item right) => new(left.Key, left.Value + right.Value);
}
