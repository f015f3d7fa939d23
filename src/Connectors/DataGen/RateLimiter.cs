namespace Akka.Flink.Connectors.DataGen;

using Akka.Flink.Sources;

/// <summary>Hands out permits at a rate: as many as time has brought, and at most what a tenth of a second brings.</summary>
/// <remarks>Shared by the readers of a source in one process; asked once for a batch.</remarks>
internal sealed class RateLimiter : ISourceGate
{
    private const double CapacitySeconds = 0.1;

    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly double _fullRate;
    private double _rate;
    private double _permits;
    private long _filledAt;

    /// <summary>A limiter; nothing is handed out before a reader has joined.</summary>
    /// <param name="recordsPerSecond">The rate of all readers together.</param>
    /// <param name="clock">The clock.</param>
    public RateLimiter(double recordsPerSecond, TimeProvider clock)
    {
        (_fullRate, _clock) = (recordsPerSecond, clock);
        _filledAt = clock.GetTimestamp();
    }

    /// <inheritdoc/>
    public void Join(int parallelism) => Change(_fullRate / parallelism);

    /// <inheritdoc/>
    public void Leave(int parallelism) => Change(-_fullRate / parallelism);

    /// <inheritdoc/>
    public int Take(int wanted)
    {
        lock (_lock)
        {
            Fill();
            var taken = Math.Min(wanted, (int)Math.Min(_permits, int.MaxValue));
            if (taken < Math.Min(wanted, MinBatch))
                return 0;

            _permits -= taken;
            return taken;
        }
    }

    /// <inheritdoc/>
    public void Return(int count)
    {
        lock (_lock)
            _permits = Math.Min(_permits + count, Capacity);
    }

    /// <inheritdoc/>
    public Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(UntilNext(), _clock, cancellationToken);

    private TimeSpan UntilNext()
    {
        lock (_lock)
        {
            Fill();
            var missing = MinBatch - _permits;
            return TimeSpan.FromSeconds(Math.Clamp(missing / Math.Max(_rate, double.Epsilon), 0.001, 1));
        }
    }

    // At least one, so that slow rates get their record as soon as its time has come.
    private double Capacity => Math.Max(_rate * CapacitySeconds, 1);

    // Not one by one where the rate is high: what a tenth of the capacity brings, up to a batch.
    private int MinBatch => (int)Math.Clamp(Capacity / 10, 1, 512);

    private void Change(double rate)
    {
        lock (_lock)
        {
            Fill();
            _rate = Math.Max(_rate + rate, 0);
        }
    }

    private void Fill()
    {
        var now = _clock.GetTimestamp();
        _permits = Math.Min(_permits + (_clock.GetElapsedTime(_filledAt, now).TotalSeconds * _rate), Capacity);
        _filledAt = now;
    }
}
