namespace Akka.Persistence.Sql.Snapshot;

/// <summary>A snapshot as it is stored.</summary>
/// <remarks>
/// <paramref name="Created"/> is in ticks since the year 1; <paramref name="SerializerId"/> is null in rows of plugins that did
/// not keep it.
/// </remarks>
internal sealed record SnapshotRow(string PersistenceId, long SequenceNr, long Created, string Manifest, int? SerializerId, byte[] Payload);
