namespace Akka.Flink.Functions;

/// <summary>The time, and the timers of the current key.</summary>
/// <remarks>
/// <para><b>Time.</b> Timers exist on keyed streams only. There is at most one for each key, time domain and timestamp: registering it
/// again changes nothing. Event-time timers fire in the order of their timestamps when the watermark reaches them; one
/// registered at or below the current watermark waits for the next watermark, or, when it is registered by a timer, fires in the same
/// advance.</para>
/// <para><b>State.</b> Timers are part of every snapshot.</para>
/// <para><b>Flink.</b> <c>TimerService</c>.</para>
/// </remarks>
public interface ITimerService
{
    /// <summary>The current watermark; the smallest long before the first one.</summary>
    long CurrentWatermark { get; }

    /// <summary>The clock, in milliseconds since the epoch.</summary>
    long CurrentProcessingTime { get; }

    /// <summary>Has <c>OnTimer</c> called when the watermark reaches a time.</summary>
    /// <param name="timestampMs">Milliseconds since the epoch.</param>
    /// <exception cref="InvalidOperationException">The stream is not keyed.</exception>
    void RegisterEventTimeTimer(long timestampMs);

    /// <summary>Has <c>OnTimer</c> called when the clock reaches a time.</summary>
    /// <param name="timestampMs">Milliseconds since the epoch.</param>
    /// <exception cref="InvalidOperationException">The stream is not keyed.</exception>
    void RegisterProcessingTimeTimer(long timestampMs);

    /// <summary>Removes a timer, if there is one.</summary>
    /// <param name="timestampMs">The time it was registered for.</param>
    /// <exception cref="InvalidOperationException">The stream is not keyed.</exception>
    void DeleteEventTimeTimer(long timestampMs);

    /// <summary>Removes a timer, if there is one.</summary>
    /// <param name="timestampMs">The time it was registered for.</param>
    /// <exception cref="InvalidOperationException">The stream is not keyed.</exception>
    void DeleteProcessingTimeTimer(long timestampMs);
}
