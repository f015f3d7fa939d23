namespace Akka.Persistence.Journal;

/// <summary>What the replay filter does with events of overlapping writers.</summary>
public enum ReplayFilterMode
{
    /// <summary>Fails the replay.</summary>
    Fail = 0,

    /// <summary>Logs a warning and keeps the events.</summary>
    Warn = 1,

    /// <summary>Logs a warning and drops the events of the older writer.</summary>
    RepairByDiscardOld = 2,

    /// <summary>Does not look.</summary>
    Disabled = 3,
}
