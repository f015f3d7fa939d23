namespace Akka.Persistence.Snapshot;

/// <summary>One snapshot of the in-memory store.</summary>
public class SnapshotEntry
{
    public string Id { get; set; }

    public string PersistenceId { get; set; }

    public long SequenceNr { get; set; }

    public long Timestamp { get; set; }

    public object Snapshot { get; set; }
}
