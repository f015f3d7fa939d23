namespace Akka.Persistence.Sql.Snapshot;

/// <summary>A snapshot as it is stored. <paramref name="Created"/> is in ticks; rows of older plugins may lack the serializer's identifier.</summary>
internal sealed record SnapshotRow(string PersistenceId, long SequenceNr, long Created, string Manifest, int? SerializerId, byte[] Payload);
