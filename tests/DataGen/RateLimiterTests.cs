namespace Akka.Flink.DataGen.Tests;

using System.Diagnostics;
using Akka.Flink.Connectors.DataGen;
using Akka.Flink.Operators;
using Akka.Flink.Sinks;
using Akka.Flink.Sources;

public class RateLimiterTests
{
    private readonly FakeClock _clock = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 2)]
    [InlineData(1_000, 3)]
    [InlineData(250_000, 4)]
    public void Lets_as_many_through_as_time_has_brought(double rate, int readers)
    {
        var limiter = new RateLimiter(rate, _clock);
        for (var i = 0; i < readers; i++)
            limiter.Join(readers);

        var taken = 0L;
        for (var ms = 0; ms < 60_000; ms++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            taken += limiter.Take(100_000);
        }

        Assert.InRange(taken, (60 * rate) - Math.Max(1, rate / 10), 60 * rate);
    }

    [Fact]
    public void Does_not_save_up_for_bursts()
    {
        var limiter = new RateLimiter(1_000, _clock);
        limiter.Join(1);
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(100, limiter.Take(100_000));
        Assert.Equal(0, limiter.Take(100_000));
    }

    [Fact]
    public void Gives_back_what_was_not_used_and_waits_for_what_was_used_too_much()
    {
        var limiter = new RateLimiter(1_000, _clock);
        limiter.Join(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(100, limiter.Take(100));
        limiter.Return(90);
        Assert.Equal(90, limiter.Take(100));

        limiter.Return(-100);
        _clock.Advance(TimeSpan.FromMilliseconds(90));
        Assert.Equal(0, limiter.Take(1));
        _clock.Advance(TimeSpan.FromMilliseconds(50));
        Assert.Equal(40, limiter.Take(100));
    }

    [Fact]
    public void Loses_the_share_of_a_reader_that_has_left()
    {
        var limiter = new RateLimiter(1_000, _clock);
        limiter.Join(2);
        limiter.Join(2);
        limiter.Leave(2);
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(50, limiter.Take(100_000));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Refuses_what_is_no_rate(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeneratorSource<long>(1, number => number).WithRate(rate));

    [Fact]
    public async Task Slows_a_source_down_for_all_subtasks_together()
    {
        var sink = new CollectSink<long>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment().SetParallelism(3);
        var source = new GeneratorSource<long>(1_000, number => number).WithRate(2_000);
        environment.FromSource(source, WatermarkStrategy.NoWatermarks<long>(), "numbers").SinkTo(sink);
        var started = Stopwatch.GetTimestamp();

        await environment.ExecuteAsync();

        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0.35, 30);   // half a second, less what a tenth may bring ahead
        Assert.Equal(1_000, sink.Values.Distinct().Count());
    }

    [Fact]
    public void Keeps_state_that_fits_the_source_without_a_limit()
    {
        var limited = Run(source => source.WithRate(1_000_000_000, _clock), null, out var driver);
        _clock.Advance(TimeSpan.FromSeconds(1));
        driver.Step();
        var checkpoint = driver.TakeCheckpoint();

        var free = Run(source => source, checkpoint, out driver);
        driver.Run();

        Assert.NotEmpty(limited.Values);
        Assert.Equal(Enumerable.Range(0, 2_000).Select(number => (long)number), limited.Values.Concat(free.Values));
    }

    private static CollectSink<long> Run(Func<ISource<long>, ISource<long>> change, JobSnapshot? restore, out SynchronousDriver driver)
    {
        var sink = new CollectSink<long>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var source = change(new GeneratorSource<long>(2_000, number => number));
        environment.FromSource(source, WatermarkStrategy.NoWatermarks<long>(), "numbers").Uid("numbers").SinkTo(sink).Uid("sink");
        driver = new SynchronousDriver(environment.CreateJobGraph(), null, restore);
        return sink;
    }
}
