namespace Akka.Flink.Operators;

/// <summary>The clock of a task, as its operators see it.</summary>
/// <remarks>It stands still while a batch is processed or timers fire.</remarks>
public interface IProcessingTimeService
{
    /// <summary>The time in milliseconds since the epoch.</summary>
    long NowMs { get; }

    /// <summary>Asks to have <see cref="Operator.OnProcessingTime"/> called when the clock has reached a time. Asking for an earlier one
    /// counts, too.</summary>
    /// <param name="atMs">Milliseconds since the epoch.</param>
    void WakeUpAt(long atMs);
}
