namespace Akka.Persistence.Sql.Settings;

using Akka.Configuration;

/// <summary>The names of the snapshot table and its columns, unquoted.</summary>
internal sealed record SnapshotTable(
    string Schema,
    string Name,
    string PersistenceId,
    string SequenceNr,
    string Created,
    string Payload,
    string Manifest,
    string SerializerId)
{
    public static SnapshotTable From(Config mapping)
    {
        var snapshot = mapping.GetConfig("snapshot");
        return new SnapshotTable(
            mapping.GetString("schema-name"),
            snapshot.GetString("table-name"),
            snapshot.GetString("columns.persistence-id"),
            snapshot.GetString("columns.sequence-number"),
            snapshot.GetString("columns.created"),
            snapshot.GetString("columns.snapshot"),
            snapshot.GetString("columns.manifest"),
            snapshot.GetString("columns.serializerId"));
    }
}
