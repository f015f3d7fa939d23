namespace Akka.Flink.Operators.Tests.Windowing;

using Akka.Flink.Windowing;

public class WindowDeclarationTests
{
    [Fact]
    public void Refuses_sizes_slides_and_gaps_that_make_no_sense()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TumblingEventTimeWindows.Of(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => TumblingProcessingTimeWindows.Of(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SlidingProcessingTimeWindows.Of(TimeSpan.FromSeconds(1), TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProcessingTimeSessionWindows.WithGap(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => EventTimeSessionWindows.WithGap(TimeSpan.FromTicks(15)));

        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => SlidingEventTimeWindows.Of(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(0.5)));

        Assert.StartsWith(
            "SlidingEventTimeWindows was given the slide 00:00:00.0005000. " +
            "Give it a positive number of whole milliseconds.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "N2")]
    public void Refuses_an_offset_as_long_as_the_distance_of_two_windows() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => SlidingEventTimeWindows.Of(TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(-3)));

    [Theory]
    [InlineData(-1, -10)]
    [InlineData(-10, -10)]
    [InlineData(-11, -20)]
    [InlineData(0, 0)]
    [InlineData(9, 0)]
    [Trait("rule", "N1")]
    public void Aligns_windows_downwards_before_the_epoch_too(long timestampMs, long startMs)
    {
        var windows = new List<TimeWindow>();

        TumblingEventTimeWindows.Of(TimeSpan.FromMilliseconds(10)).AssignWindows(timestampMs, windows);

        Assert.Equal([new TimeWindow(startMs, startMs + 10)], windows);
    }

    [Fact]
    [Trait("rule", "N2")]
    public void Assigns_sliding_windows_from_the_latest_to_the_earliest_and_none_in_a_gap()
    {
        var overlapping = new List<TimeWindow>();
        var apart = new List<TimeWindow>();

        SlidingEventTimeWindows.Of(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(5)).AssignWindows(7, overlapping);
        SlidingEventTimeWindows.Of(TimeSpan.FromMilliseconds(4), TimeSpan.FromMilliseconds(6)).AssignWindows(5, apart);

        Assert.Equal([new TimeWindow(5, 15), new TimeWindow(0, 10)], overlapping);
        Assert.Empty(apart);
    }

    [Theory]
    [InlineData("own")]
    [InlineData("general")]
    [Trait("rule", "N3")]
    public void Tells_of_a_record_without_timestamp(string kind)
    {
        foreach (var assigner in (WindowAssigner<TimeWindow>[])
            [TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(1)), EventTimeSessionWindows.WithGap(TimeSpan.FromSeconds(1))])
        {
            var harness = WindowOperators.Harness(kind, assigner, 0);

            var error = Assert.Throws<JobException>(() => harness.Process((new Item("a", 1), long.MinValue)));

            Assert.Equal(
                "A record without timestamp, key 'a', came to the event-time windows of operator 'windows' (windows). " +
                "Give the stream timestamps before KeyBy, with AssignTimestampsAndWatermarks or the watermark strategy of its source, " +
                "or use windows of processing time.",
                error.Message);
        }
    }

    [Theory]
    [InlineData("own")]
    [InlineData("general")]
    public void Tells_which_window_of_which_key_a_function_failed_on(string kind)
    {
        foreach (var assigner in (WindowAssigner<TimeWindow>[])
            [TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(1)), EventTimeSessionWindows.WithGap(TimeSpan.FromSeconds(1))])
        {
            var harness = WindowOperators.Harness(kind, assigner, 0);
            harness.Process((new Item("a", TotalOfItems.Unlucky), 0));

            var error = Assert.Throws<JobException>(() => harness.Watermark(2000));

            Assert.Contains(
                "operator 'windows' (windows), subtask 0 of 1, failed on window [0, 1000), key 'a': InvalidOperationException",
                error.Message, StringComparison.Ordinal);
            Assert.Equal(ErrorDomain.Function, error.Domain);
        }
    }

    [Fact]
    [Trait("rule", "N5")]
    public void Counts_late_records_that_nobody_wants()
    {
        var options = new WindowOptions<Item>(0, null);
        var harness = WindowOperators.Harness("own", TumblingEventTimeWindows.Of(TimeSpan.FromMilliseconds(10)), options);
        harness.Watermark(20);

        harness.Process((new Item("a", 1), 3), (new Item("a", 1), 25), (new Item("b", 1), 10));

        Assert.Equal(2, harness.LateRecordsDropped);
        Assert.DoesNotContain(harness.Output, each => each.Value is not null);
    }
}
