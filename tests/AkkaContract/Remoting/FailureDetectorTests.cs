namespace Akka.Flink.AkkaContract.Tests.Remoting;

using Akka.Actor;
using Akka.Remote;

[Trait("promise", "failure detection")]
public sealed class FailureDetectorTests
{
    private long _now;

    [Fact]
    public void What_was_never_heard_of_counts_as_available_and_as_not_monitored()
    {
        foreach (var detector in (FailureDetector[])[Phi(), Deadline()])
        {
            _now += 1_000_000;
            Assert.True(detector.IsAvailable);
            Assert.False(detector.IsMonitoring);
        }
    }

    [Fact]
    public void Phi_keeps_what_beats_regularly_and_gives_up_what_stops()
    {
        var detector = Phi();
        for (var i = 0; i < 100; i++, _now += 1_000)
        {
            detector.HeartBeat();
            Assert.True(detector.IsAvailable);
        }

        _now += 3_000;   // within the pause that is accepted
        Assert.True(detector.IsAvailable);
        _now += 3_000;
        Assert.False(detector.IsAvailable);

        detector.HeartBeat();
        Assert.True(detector.IsAvailable);
    }

    [Fact]
    public void Phi_takes_longer_to_give_up_what_has_beaten_irregularly()
    {
        var regular = SilenceUntilGivenUp(Beating(1_000, 1_000));
        var irregular = SilenceUntilGivenUp(Beating(1_000, 1_500));

        Assert.InRange(regular, 1_100, 1_700);
        Assert.InRange(irregular, 2_000, 3_500);
    }

    [Fact]
    public void Phi_does_not_learn_from_the_silence_after_which_it_gave_up()
    {
        var detector = Phi(TimeSpan.Zero);
        for (var i = 0; i < 50; i++, _now += 1_000)
            detector.HeartBeat();
        _now += 1_000_000;
        Assert.False(detector.IsAvailable);

        detector.HeartBeat();
        Assert.True(detector.IsAvailable);

        // Had the long silence become an interval like others, this one would pass.
        _now += 20_000;
        Assert.False(detector.IsAvailable);
    }

    [Fact]
    public void A_deadline_passes_after_the_pause_and_the_interval()
    {
        var detector = Deadline();
        detector.HeartBeat();
        Assert.True(detector.IsMonitoring);

        _now += 3_999;
        Assert.True(detector.IsAvailable);
        _now += 1;
        Assert.False(detector.IsAvailable);

        detector.HeartBeat();
        Assert.True(detector.IsAvailable);
    }

    [Theory]
    [InlineData(0.0, 10, 100, 0, 1_000)]
    [InlineData(8.0, 0, 100, 0, 1_000)]
    [InlineData(8.0, 10, 0, 0, 1_000)]
    [InlineData(8.0, 10, 100, -1, 1_000)]
    [InlineData(8.0, 10, 100, 0, 0)]
    public void Phi_refuses_settings_that_make_no_sense(double threshold, int samples, int deviationMs, int pauseMs, int estimateMs) =>
        Assert.Throws<ArgumentException>(() => new PhiAccrualFailureDetector(
            threshold, samples, Ms(deviationMs), Ms(pauseMs), Ms(estimateMs), () => _now));

    [Fact]
    public void A_registry_has_a_detector_for_each_resource()
    {
        var registry = new DefaultFailureDetectorRegistry<Address>(Deadline);
        var one = new Address("akka.tcp", "one", "localhost", 1);
        var two = new Address("akka.tcp", "two", "localhost", 2);
        registry.Heartbeat(one);
        _now += 3_000;
        registry.Heartbeat(two);
        _now += 2_000;

        Assert.False(registry.IsAvailable(one));
        Assert.True(registry.IsAvailable(two));

        registry.Remove(one);
        Assert.True(registry.IsAvailable(one));
        Assert.False(registry.IsMonitoring(one));
        Assert.True(registry.IsMonitoring(two));

        registry.Reset();
        Assert.False(registry.IsMonitoring(two));
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private PhiAccrualFailureDetector Phi(TimeSpan? pause = null) =>
        new(8, 100, Ms(100), pause ?? Ms(3_000), Ms(1_000), () => _now);

    private DeadlineFailureDetector Deadline() => new(Ms(3_000), Ms(1_000), () => _now);

    /// <summary>One that has beaten at these two intervals in turn.</summary>
    private PhiAccrualFailureDetector Beating(int oneMs, int otherMs)
    {
        var detector = Phi(TimeSpan.Zero);
        for (var i = 0; i < 200; i++, _now += i % 2 == 0 ? oneMs : otherMs)
            detector.HeartBeat();
        detector.HeartBeat();
        return detector;
    }

    /// <summary>How long a silence from now on it takes.</summary>
    private long SilenceUntilGivenUp(PhiAccrualFailureDetector detector)
    {
        var start = _now;
        try
        {
            while (detector.IsAvailable)
                _now += 10;
            return _now - start;
        }
        finally
        {
            _now = start;
        }
    }
}
