namespace Akka.Persistence.Snapshot;

/// <summary>Keeps snapshots in memory, for as long as the actor system lives.</summary>
public class MemorySnapshotStore : SnapshotStore
{
    protected virtual List<SnapshotEntry> Snapshots { get; } = [];

    protected override Task<SelectedSnapshot> LoadAsync(string persistenceId, SnapshotSelectionCriteria criteria)
    {
        SnapshotEntry newest = null;
        foreach (var entry in Snapshots)
        {
            if (IsMatch(entry, persistenceId, criteria) && (newest is null || entry.SequenceNr >= newest.SequenceNr))
                newest = entry;
        }

        return Task.FromResult(newest is null ? null : new SelectedSnapshot(MetadataOf(newest), newest.Snapshot));
    }

    protected override Task SaveAsync(SnapshotMetadata metadata, object snapshot)
    {
        var id = metadata.PersistenceId + "_" + metadata.SequenceNr;
        Snapshots.RemoveAll(entry => entry.Id == id);
        Snapshots.Add(new SnapshotEntry
        {
            Id = id,
            PersistenceId = metadata.PersistenceId,
            SequenceNr = metadata.SequenceNr,
            Timestamp = metadata.Timestamp.Ticks,
            Snapshot = snapshot,
        });
        return Task.CompletedTask;
    }

    protected override Task DeleteAsync(SnapshotMetadata metadata)
    {
        var anyTime = metadata.Timestamp == DateTime.MinValue;
        Snapshots.RemoveAll(entry =>
            entry.PersistenceId == metadata.PersistenceId
            && entry.SequenceNr == metadata.SequenceNr
            && (anyTime || entry.Timestamp == metadata.Timestamp.Ticks));
        return Task.CompletedTask;
    }

    protected override Task DeleteAsync(string persistenceId, SnapshotSelectionCriteria criteria)
    {
        Snapshots.RemoveAll(entry => IsMatch(entry, persistenceId, criteria));
        return Task.CompletedTask;
    }

    private static bool IsMatch(SnapshotEntry entry, string persistenceId, SnapshotSelectionCriteria criteria) =>
        entry.PersistenceId == persistenceId && criteria.IsMatch(MetadataOf(entry));

    private static SnapshotMetadata MetadataOf(SnapshotEntry entry) =>
        new(entry.PersistenceId, entry.SequenceNr, new DateTime(entry.Timestamp, DateTimeKind.Utc));
}
