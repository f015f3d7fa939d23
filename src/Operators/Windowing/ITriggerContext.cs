namespace Akka.Flink.Operators;

/// <summary>What a trigger is given: the time, and the timers of the current key and window.</summary>
internal interface ITriggerContext
{
    /// <summary>The current watermark.</summary>
    long CurrentWatermark { get; }

    /// <summary>The clock.</summary>
    long CurrentProcessingTime { get; }

    /// <summary>Sets a timer by watermark.</summary>
    void RegisterEventTimeTimer(long timeMs);

    /// <summary>Sets a timer by clock.</summary>
    void RegisterProcessingTimeTimer(long timeMs);

    /// <summary>Deletes a timer by watermark, if it is set.</summary>
    void DeleteEventTimeTimer(long timeMs);

    /// <summary>Deletes a timer by clock, if it is set.</summary>
    void DeleteProcessingTimeTimer(long timeMs);
}
