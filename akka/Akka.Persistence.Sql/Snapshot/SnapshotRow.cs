namespace Akka.Persistence.Sql.Snapshot;

/// <summary>A snapshot as it is stored.</summary>
/// <param name="Created">In ticks since the year 1.</param>
/// <param name="SerializerId">Null in rows of plugins that did not keep it.</param>
internal sealed record SnapshotRow(string PersistenceId, long SequenceNr, long Created, string Manifest, int? SerializerId, byte[] Payload);
