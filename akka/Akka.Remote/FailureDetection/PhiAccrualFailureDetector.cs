namespace Akka.Remote;

using Akka.Configuration;
using Akka.Event;

/// <summary>Suspects a resource the more, the less likely its silence is after the intervals seen before.</summary>
/// <remarks>
/// After Hayashibara et al., "The phi accrual failure detector": phi = -log10(1 - F(silence)), where F is the distribution function of a
/// normal distribution with the mean and the deviation of the last intervals. The mean is taken longer by the acceptable pause, so that
/// pauses of garbage collection pass. F is the logistic approximation, with an error below 0.00014.
/// </remarks>
public class PhiAccrualFailureDetector : FailureDetector
{
    private readonly double _threshold;
    private readonly int _maxSampleSize;
    private readonly double _minStdDeviationMs;
    private readonly long _acceptablePauseMs;
    private readonly Clock _clock;
    private readonly EventStream _events;
    private readonly TimeSpan _firstEstimate;
    private State _state;

    public PhiAccrualFailureDetector(
        double threshold,
        int maxSampleSize,
        TimeSpan minStdDeviation,
        TimeSpan acceptableHeartbeatPause,
        TimeSpan firstHeartbeatEstimate,
        Clock clock = null)
        : this(clock)
    {
        Require(threshold > 0, "threshold", threshold, "> 0");
        Require(maxSampleSize > 0, "max-sample-size", maxSampleSize, "> 0");
        Require(minStdDeviation > TimeSpan.Zero, "min-std-deviation", minStdDeviation, "> 0");
        Require(acceptableHeartbeatPause >= TimeSpan.Zero, "acceptable-heartbeat-pause", acceptableHeartbeatPause, ">= 0");
        Require(firstHeartbeatEstimate > TimeSpan.Zero, "heartbeat-interval", firstHeartbeatEstimate, "> 0");
        _threshold = threshold;
        _maxSampleSize = maxSampleSize;
        _minStdDeviationMs = minStdDeviation.TotalMilliseconds;
        _acceptablePauseMs = (long)acceptableHeartbeatPause.TotalMilliseconds;
        _firstEstimate = firstHeartbeatEstimate;
        _state = new State(FirstHistory(), null);
    }

    public PhiAccrualFailureDetector(Config config, EventStream ev)
        : this(
            config.GetDouble("threshold"),
            config.GetInt("max-sample-size"),
            config.GetTimeSpan("min-std-deviation"),
            config.GetTimeSpan("acceptable-heartbeat-pause"),
            config.GetTimeSpan("heartbeat-interval")) => _events = ev;

    protected PhiAccrualFailureDetector(Clock clock) => _clock = clock ?? DefaultClock;

    /// <summary>Whose heartbeats these are, for the log.</summary>
    public string Address { get; set; } = "N/A";

    public override bool IsAvailable => IsAvailableAt(_clock());

    public override bool IsMonitoring => Volatile.Read(ref _state).Timestamp is not null;

    /// <summary>How suspicious the resource is now.</summary>
    internal double CurrentPhi => PhiAt(_clock());

    public override void HeartBeat()
    {
        var now = _clock();
        var old = Volatile.Read(ref _state);
        var history = old.Timestamp is { } last ? Next(old.History, now - last, IsAvailableAt(now)) : FirstHistory();

        // Whoever changed it meanwhile has recorded a heartbeat of the same moment.
        Interlocked.CompareExchange(ref _state, new State(history, now), old);
    }

    internal double Phi(long sinceLastMs, double meanMs, double stdDeviationMs)
    {
        var y = (sinceLastMs - meanMs) / stdDeviationMs;
        var e = Math.Exp(-y * (1.5976 + (0.070566 * y * y)));
        return sinceLastMs > meanMs ? -Math.Log10(e / (1.0 + e)) : -Math.Log10(1.0 - (1.0 / (1.0 + e)));
    }

    private static void Require(bool holds, string name, object value, string condition)
    {
        if (!holds)
            throw new ArgumentException($"failure-detector.{name} is {value}, but must be {condition}.");
    }

    private HeartbeatHistory FirstHistory()
    {
        // Before anything is known: the estimate, with a large deviation around it.
        var mean = (long)_firstEstimate.TotalMilliseconds;
        var deviation = mean / 4;
        return HeartbeatHistory.Empty(_maxSampleSize).Add(mean - deviation).Add(mean + deviation);
    }

    private HeartbeatHistory Next(HeartbeatHistory history, long intervalMs, bool wasAvailable)
    {
        if (!wasAvailable)
            return history;

        if (_acceptablePauseMs > 0 && intervalMs >= _acceptablePauseMs / 3 * 2 && _events is not null)
        {
            _events.Publish(new Warning(
                ToString(), GetType(), $"heartbeat interval is growing too large for address {Address}: {intervalMs} millis"));
        }

        return history.Add(intervalMs);
    }

    private bool IsAvailableAt(long now) => PhiAt(now) < _threshold;

    private double PhiAt(long now)
    {
        var state = Volatile.Read(ref _state);
        if (state.Timestamp is not { } last)
            return 0;

        var mean = state.History.Mean + _acceptablePauseMs;
        return Phi(now - last, mean, Math.Max(state.History.StdDeviation, _minStdDeviationMs));
    }

    private sealed record State(HeartbeatHistory History, long? Timestamp);
}
