namespace Akka.Persistence.Sql.Snapshot;

using Akka.Persistence.Sql.Db;

/// <summary>A connection to the snapshot table.</summary>
internal abstract class SnapshotConnection : ISqlConnection
{
    public abstract bool IsUsable { get; }

    /// <summary>Writes a snapshot, over one of the same sequence number if there is one.</summary>
    public abstract void Save(SnapshotRow row);

    /// <summary>The snapshot with the highest sequence number in the range, or null.</summary>
    public abstract SnapshotRow Load(SnapshotRange range);

    public abstract void Delete(SnapshotRange range);

    public abstract void Dispose();
}
