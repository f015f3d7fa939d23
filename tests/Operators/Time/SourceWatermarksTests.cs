namespace Akka.Flink.Operators.Tests.Time;

public class SourceWatermarksTests
{
    private readonly List<string> _output = [];
    private readonly ProcessingClock _clock = new();

    [Fact]
    [Trait("rule", "W14")]
    public void Takes_the_smallest_watermark_of_the_splits()
    {
        var watermarks = Make(WatermarkStrategy.ForMonotonousTimestamps<long>());
        watermarks.AddSplit("a");
        watermarks.AddSplit("b");

        Take(watermarks, "a", 100);
        watermarks.OnPeriod();
        Assert.Empty(_output);
        Take(watermarks, "b", 50);
        watermarks.OnPeriod();

        Assert.Equal(["W(49)"], _output);
    }

    [Fact]
    [Trait("rule", "W14")]
    public void Leaves_idle_and_finished_splits_out_and_is_idle_when_all_are()
    {
        var watermarks = Make(WatermarkStrategy.ForMonotonousTimestamps<long>().WithIdleness(TimeSpan.FromMilliseconds(10)));
        Take(watermarks, "a", 100);
        Take(watermarks, "b", 50);
        Take(watermarks, "c", 10);
        watermarks.OnPeriod();

        watermarks.Release("c");
        Take(watermarks, "a", 200);
        for (var now = 10; now <= 40; now += 10)
        {
            _clock.Set(now);
            if (now < 40)
                Take(watermarks, "a", 200 + now);
            watermarks.OnPeriod();
        }

        Assert.Equal("W(9) W(49) W(229)", string.Join(' ', _output));
        foreach (var now in (int[])[50, 60])
        {
            _clock.Set(now);
            watermarks.OnPeriod();
        }

        Assert.Equal("idle", _output[^1]);
    }

    [Fact]
    [Trait("rule", "W14")]
    public void Goes_on_with_a_split_that_comes_when_the_one_before_is_finished()
    {
        var watermarks = Make(WatermarkStrategy.ForMonotonousTimestamps<long>());
        foreach (var split in (string[])["a", "b", "c"])
        {
            watermarks.AddSplit(split);
            Take(watermarks, split, 100 * split[0]);
            watermarks.OnPeriod();
            watermarks.Release(split);
        }

        Assert.Equal(["W(9699)", "W(9799)", "W(9899)"], _output);
    }

    [Fact]
    [Trait("rule", "W14")]
    public void Is_idle_without_any_split_and_active_again_with_the_first()
    {
        var watermarks = Make(WatermarkStrategy.ForMonotonousTimestamps<long>().WithIdleness(TimeSpan.FromMilliseconds(10)));
        for (var now = 0; now <= 30; now += 10)
        {
            _clock.Set(now);
            watermarks.OnPeriod();
        }

        Assert.Equal(["idle"], _output);
        watermarks.AddSplit("a");
        Take(watermarks, "a", 100);
        watermarks.OnPeriod();

        Assert.Equal(["idle", "active", "W(99)"], _output);
    }

    [Fact]
    [Trait("rule", "W15")]
    public void Does_not_count_time_held_back_as_idleness()
    {
        var watermarks = Make(WatermarkStrategy.ForMonotonousTimestamps<long>().WithIdleness(TimeSpan.FromMilliseconds(10)));
        Take(watermarks, "a", 100);
        for (var now = 10; now <= 100; now += 10)
        {
            _clock.Set(now);
            watermarks.OnHeldBack();
            watermarks.OnPeriod();
        }

        Assert.DoesNotContain("idle", _output);
        watermarks.OnReleased();
        _clock.Set(105);
        watermarks.OnPeriod();
        Assert.DoesNotContain("idle", _output);   // 5 ms so far
        _clock.Set(120);
        watermarks.OnPeriod();
        Assert.Contains("idle", _output);
    }

    private SourceWatermarks<long> Make(WatermarkStrategy<long> strategy)
    {
        var context = new OperatorContext("source", "source", 0, 1, 128, _clock);
        var output = new Output<long>(new Outlet<long>(context, _output));
        return new SourceWatermarks<long>(strategy, _clock, new WatermarkEmitter(output, context));
    }

    private static void Take(SourceWatermarks<long> watermarks, string split, long timestampMs)
    {
        var batch = new RecordBatch<long>();
        batch.Add(1, timestampMs);
        watermarks.Of(split).TakeBatch(batch, 0);
    }
}
