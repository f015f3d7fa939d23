namespace Akka.Persistence.Sql.Snapshot;

/// <summary>A connection to the snapshot table, used by one thread at a time. After an exception it is closed and not used again.</summary>
internal abstract class SnapshotConnection : IDisposable
{
    /// <summary>Writes a snapshot, over one of the same sequence number if there is one.</summary>
    public abstract void Save(SnapshotRow row);

    /// <summary>The snapshot with the highest sequence number in the range, or null.</summary>
    public abstract SnapshotRow Load(SnapshotRange range);

    public abstract void Delete(SnapshotRange range);

    public abstract void Dispose();
}
