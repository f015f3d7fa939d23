namespace Akka.Flink.Operators;

/// <summary>Finds out that a stream is idle: no record since the first period without one, for longer than a time-out.</summary>
/// <remarks>Time counts between periods of the clock, which stands still while the stream is held back.</remarks>
/// <param name="timeoutMs">The time-out.</param>
/// <param name="clock">The clock.</param>
internal sealed class IdlenessDetector(long timeoutMs, IProcessingTimeService clock)
{
    private long? _quietSinceMs;
    private bool _isActive;
    private bool _isIdle;

    /// <summary>Called when records came.</summary>
    public void OnRecords()
    {
        _isActive = true;
        _isIdle = false;
    }

    /// <summary>Called at each period.</summary>
    /// <param name="hasTurned">Whether the stream has been found idle just now.</param>
    /// <returns>Whether it is idle.</returns>
    public bool Check(out bool hasTurned)
    {
        hasTurned = false;
        if (_isActive || _quietSinceMs is not { } sinceMs)
        {
            _quietSinceMs = _isActive ? null : clock.NowMs;
            _isActive = false;
            return false;
        }

        if (clock.NowMs - sinceMs <= timeoutMs)
            return false;

        hasTurned = !_isIdle;
        _isIdle = true;
        return true;
    }
}
