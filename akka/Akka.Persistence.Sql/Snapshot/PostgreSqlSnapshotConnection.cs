namespace Akka.Persistence.Sql.Snapshot;

using Akka.Persistence.Sql.Db.PostgreSql;
using Akka.Persistence.Sql.Settings;
using Npgsql;
using NpgsqlTypes;

/// <summary>The snapshot store's commands on one PostgreSQL connection.</summary>
internal sealed class PostgreSqlSnapshotConnection(PostgreSqlSession session, SnapshotSql sql, SqlSettings settings) : SnapshotConnection
{
    private readonly NpgsqlCommand _save = session.Prepare(
        sql.Save, NpgsqlDbType.Text, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Text, NpgsqlDbType.Integer, NpgsqlDbType.Bytea);

    private readonly NpgsqlCommand _load = PrepareForRange(session, sql.Load);
    private readonly NpgsqlCommand _delete = PrepareForRange(session, sql.Delete);

    public override bool IsUsable => session.IsUsable;

    public override void Save(SnapshotRow row)
    {
        Bind(_save, row.PersistenceId, row.SequenceNr, row.Created, row.Manifest, row.SerializerId, row.Payload);
        session.Run(settings.WriteIsolationLevel, _save, static save => save.ExecuteNonQuery());
        _save.Parameters[5].Value = null;
    }

    public override SnapshotRow Load(SnapshotRange range)
    {
        Bind(_load, range.PersistenceId, range.FromSequenceNr, range.ToSequenceNr, range.FromTicks, range.ToTicks);
        return session.Run(
            settings.ReadIsolationLevel, (_load, range.PersistenceId), static state => Read(state._load, state.PersistenceId));
    }

    public override void Delete(SnapshotRange range)
    {
        Bind(_delete, range.PersistenceId, range.FromSequenceNr, range.ToSequenceNr, range.FromTicks, range.ToTicks);
        session.Run(settings.WriteIsolationLevel, _delete, static delete => delete.ExecuteNonQuery());
    }

    public override void Dispose() => session.Dispose();

    private static NpgsqlCommand PrepareForRange(PostgreSqlSession session, string text) => session.Prepare(
        text, NpgsqlDbType.Text, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint);

    private static void Bind(NpgsqlCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }

    private static SnapshotRow Read(NpgsqlCommand load, string persistenceId)
    {
        using var reader = load.ExecuteReader();
        return reader.Read()
            ? new SnapshotRow(
                persistenceId,
                reader.GetInt64(0),
                reader.GetInt64(1),
                reader.IsDBNull(2) ? "" : reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetInt32(3),
                reader.IsDBNull(4) ? [] : reader.GetFieldValue<byte[]>(4))
            : null;
    }
}
