namespace Akka.Flink.Runtime.Tests.Protocols;

public class RestartStrategyTests
{
    [Fact]
    public void None_never_restarts() => Assert.Equal([null], Delays(new() { Kind = RestartStrategyKind.None }, 0));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("rule", "K14")]
    public void Restarts_by_default_only_where_there_are_checkpoints(bool hasCheckpoints)
    {
        var (_, delay) = RestartStrategy.Next(new RestartStrategySettings(), hasCheckpoints, RestartState.Initial, 1, 0);

        Assert.Equal(hasCheckpoints, delay is not null);
    }

    [Fact]
    public void Fixed_delay_grants_a_number_of_restarts_over_the_life_of_the_job() => Assert.Equal(
        [Seconds(2), Seconds(2), null],
        Delays(new() { Kind = RestartStrategyKind.FixedDelay, Attempts = 2, Delay = TimeSpan.FromSeconds(2) }, 0, 1_000_000, 90_000_000));

    [Fact]
    public void Failure_rate_gives_up_when_there_are_too_many_within_the_interval() => Assert.Equal(
        [Seconds(1), Seconds(1), Seconds(1), null],
        Delays(new() { Kind = RestartStrategyKind.FailureRate, MaxFailuresPerInterval = 2, FailureRateInterval = TimeSpan.FromSeconds(10) },
            0, 9_000, 11_000, 12_000));

    [Fact]
    public void Exponential_delay_grows_to_its_maximum_and_begins_anew_after_a_calm_time()
    {
        var settings = new RestartStrategySettings
        {
            Kind = RestartStrategyKind.ExponentialDelay,
            BackoffMultiplier = 2,
            JitterFactor = 0,
            MaxBackoff = TimeSpan.FromSeconds(3),
            ResetBackoffThreshold = TimeSpan.FromSeconds(60),
        };

        Assert.Equal(
            [Seconds(1), Seconds(2), Seconds(3), Seconds(3), Seconds(1)],
            Delays(settings, 0, 10_000, 20_000, 30_000, 93_000));
    }

    [Fact]
    public void Exponential_delay_gives_up_after_the_attempts_that_it_is_allowed()
    {
        var settings = new RestartStrategySettings
        {
            Kind = RestartStrategyKind.ExponentialDelay, AttemptsBeforeReset = 2, JitterFactor = 0,
        };

        Assert.Equal(3, Delays(settings, 0, 10_000, 20_000).Count);
        Assert.Null(Delays(settings, 0, 10_000, 20_000)[2]);
    }

    [Fact]
    public void Jitter_stays_within_its_share_and_comes_from_the_seed()
    {
        var settings = new RestartStrategySettings { Kind = RestartStrategyKind.ExponentialDelay, JitterFactor = 0.1 };
        var delays = new HashSet<TimeSpan>();
        for (var seed = 0; seed < 200; seed++)
        {
            var (_, delay) = RestartStrategy.Next(settings, true, RestartState.Initial, seed, 0);
            var (_, again) = RestartStrategy.Next(settings, true, RestartState.Initial, seed, 0);

            Assert.Equal(delay, again);
            Assert.InRange(delay!.Value, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(1.1));
            delays.Add(delay.Value);
        }

        Assert.True(delays.Count > 150);
    }

    private static TimeSpan? Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static List<TimeSpan?> Delays(RestartStrategySettings settings, params long[] failuresMs)
    {
        var delays = new List<TimeSpan?>();
        var state = RestartState.Initial;
        foreach (var atMs in failuresMs)
        {
            (state, var delay) = RestartStrategy.Next(settings, true, state, 7, atMs);
            delays.Add(delay);
        }

        return delays;
    }
}
