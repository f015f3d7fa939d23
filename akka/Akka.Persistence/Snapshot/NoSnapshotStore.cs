namespace Akka.Persistence.Snapshot;

using System.Runtime.Serialization;

/// <summary>Stands in for a snapshot store where none is configured: it has no snapshot, and takes none.</summary>
public sealed class NoSnapshotStore : SnapshotStore
{
    protected override Task<SelectedSnapshot> LoadAsync(string persistenceId, SnapshotSelectionCriteria criteria) =>
        Task.FromResult<SelectedSnapshot>(null);

    protected override Task SaveAsync(SnapshotMetadata metadata, object snapshot) => Refuse();

    protected override Task DeleteAsync(SnapshotMetadata metadata) => Refuse();

    protected override Task DeleteAsync(string persistenceId, SnapshotSelectionCriteria criteria) => Refuse();

    private static Task Refuse() => Task.FromException(new NoSnapshotStoreException(
        "No snapshot store is configured. Set 'akka.persistence.snapshot-store.plugin' to the configuration path of one."));

    /// <summary>A snapshot was to be saved or deleted without a snapshot store.</summary>
    public class NoSnapshotStoreException : Exception
    {
        public NoSnapshotStoreException()
        {
        }

        public NoSnapshotStoreException(string message)
            : base(message)
        {
        }

        public NoSnapshotStoreException(string message, Exception innerException)
            : base(message, innerException)
        {
        }

        protected NoSnapshotStoreException(SerializationInfo info, StreamingContext context)
            : base(info, context)
        {
        }
    }
}
