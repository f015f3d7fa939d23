namespace Akka.Flink.Operators;

/// <summary>The processing time of a task: read from the node's time provider once for each batch, so that all records of a batch see the
/// same.</summary>
/// <remarks>Owned by the task, which sets it and calls <see cref="Operator.OnProcessingTime"/> when <see cref="NextWakeUpMs"/> is
/// reached.</remarks>
public sealed class ProcessingClock : IProcessingTimeService
{
    /// <inheritdoc/>
    public long NowMs { get; private set; }

    /// <summary>When somebody wants to be called at the latest; the largest long when nobody does.</summary>
    public long NextWakeUpMs { get; private set; } = long.MaxValue;

    /// <summary>Sets the time. It never goes back.</summary>
    /// <param name="nowMs">Milliseconds since the epoch.</param>
    public void Set(long nowMs) => NowMs = Math.Max(NowMs, nowMs);

    /// <inheritdoc/>
    public void WakeUpAt(long atMs) => NextWakeUpMs = Math.Min(NextWakeUpMs, atMs);

    /// <summary>Forgets who wanted to be called: whoever is called asks again.</summary>
    public void ClearWakeUp() => NextWakeUpMs = long.MaxValue;
}
