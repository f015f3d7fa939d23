namespace Akka.Flink.Operators;

/// <summary>A clock that stands still while a stream is held back, so that the time does not count towards idleness.</summary>
/// <param name="clock">The clock that goes on.</param>
/// <remarks><para><b>Flink.</b> <c>PausableRelativeClock</c>.</para></remarks>
internal sealed class PausableClock(IProcessingTimeService clock) : IProcessingTimeService
{
    private long _pausedMs;
    private long? _pausedSinceMs;

    /// <inheritdoc/>
    public long NowMs => (_pausedSinceMs ?? clock.NowMs) - _pausedMs;

    /// <summary>Stands still from now on.</summary>
    public void Pause() => _pausedSinceMs ??= clock.NowMs;

    /// <summary>Goes on.</summary>
    public void GoOn()
    {
        if (_pausedSinceMs is not { } sinceMs)
            return;

        _pausedMs += clock.NowMs - sinceMs;
        _pausedSinceMs = null;
    }

    /// <inheritdoc/>
    public void WakeUpAt(long atMs) => clock.WakeUpAt(atMs);
}
