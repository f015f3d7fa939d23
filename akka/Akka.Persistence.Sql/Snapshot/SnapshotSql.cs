namespace Akka.Persistence.Sql.Snapshot;

using Akka.Persistence.Sql.Settings;

/// <summary>The statements of the snapshot store, alike for both databases but for the way in which names are quoted.</summary>
/// <remarks>Types, key and indexes are those with which Akka.Persistence.Sql creates the table.</remarks>
internal sealed class SnapshotSql(SnapshotTable table, string tableName, Func<string, string> quote)
{
    private readonly string _persistenceId = quote(table.PersistenceId);
    private readonly string _sequenceNr = quote(table.SequenceNr);
    private readonly string _created = quote(table.Created);
    private readonly string _payload = quote(table.Payload);
    private readonly string _manifest = quote(table.Manifest);
    private readonly string _serializerId = quote(table.SerializerId);

    /// <summary>$1 persistence id, $2 sequence number, $3 created, $4 manifest, $5 serializer, $6 payload.</summary>
    public string Save =>
        $"INSERT INTO {tableName} ({_persistenceId}, {_sequenceNr}, {_created}, {_manifest}, {_serializerId}, {_payload}) " +
        $"VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ({_persistenceId}, {_sequenceNr}) DO UPDATE SET " +
        $"{_created} = excluded.{_created}, {_manifest} = excluded.{_manifest}, {_serializerId} = excluded.{_serializerId}, " +
        $"{_payload} = excluded.{_payload}";

    /// <summary>Sequence number, created, manifest, serializer and payload; $1 to $5 as in <see cref="SnapshotRange"/>.</summary>
    public string Load =>
        $"SELECT {_sequenceNr}, {_created}, {_manifest}, {_serializerId}, {_payload} FROM {tableName} {Where} " +
        $"ORDER BY {_sequenceNr} DESC LIMIT 1";

    public string Delete => $"DELETE FROM {tableName} {Where}";

    private string Where =>
        $"WHERE {_persistenceId} = $1 AND {_sequenceNr} >= $2 AND {_sequenceNr} <= $3 AND {_created} >= $4 AND {_created} <= $5";

    public string[] Create(string text, string bigInteger, string blob, string integer) =>
    [
        $"CREATE TABLE IF NOT EXISTS {tableName} (" +
        $"{_persistenceId} {text}(255) NOT NULL, " +
        $"{_sequenceNr} {bigInteger} NOT NULL, " +
        $"{_created} {bigInteger} NOT NULL, " +
        $"{_payload} {blob} NULL, " +
        $"{_manifest} {text}(500) NULL, " +
        $"{_serializerId} {integer} NULL, " +
        $"CONSTRAINT {quote("PK_" + table.Name)} PRIMARY KEY ({_persistenceId}, {_sequenceNr}))",
        $"CREATE INDEX IF NOT EXISTS {quote($"{table.Name}_{table.SequenceNr}_idx")} ON {tableName} ({_sequenceNr})",
        $"CREATE INDEX IF NOT EXISTS {quote($"{table.Name}_{table.Created}_idx")} ON {tableName} ({_created})",
    ];
}
