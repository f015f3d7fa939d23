namespace Akka.Persistence;

/// <summary>The clock of a recovery: without a snapshot, or a further event, between two ticks it has timed out.</summary>
public sealed class RecoveryTick
{
    public RecoveryTick(bool snapshot)
    {
        Snapshot = snapshot;
    }

    public bool Snapshot { get; }
}
