namespace Akka.Persistence.Sql.Snapshot;

/// <summary>The snapshots of one persistence id between two sequence numbers and two times in ticks, all inclusive.</summary>
internal sealed record SnapshotRange(string PersistenceId, long FromSequenceNr, long ToSequenceNr, long FromTicks, long ToTicks)
{
    public static SnapshotRange Of(string persistenceId, SnapshotSelectionCriteria criteria) => new(
        persistenceId,
        criteria.MinSequenceNr,
        criteria.MaxSequenceNr,
        criteria.MinTimestamp?.Ticks ?? 0,
        criteria.MaxTimeStamp.Ticks);

    /// <summary>One snapshot; where its time is known, only if it is not younger.</summary>
    public static SnapshotRange Of(SnapshotMetadata metadata) => new(
        metadata.PersistenceId,
        metadata.SequenceNr,
        metadata.SequenceNr,
        0,
        metadata.Timestamp > DateTime.MinValue ? metadata.Timestamp.Ticks : long.MaxValue);
}
