namespace Akka.Persistence.Sql.Snapshot;

using Akka.Persistence.Sql.Db.Sqlite;

/// <summary>The snapshot store's statements on one SQLite connection.</summary>
internal sealed class SqliteSnapshotConnection(SqliteSession session, SnapshotSql sql) : SnapshotConnection
{
    private readonly SqliteStatement _save = session.Prepare(sql.Save);
    private readonly SqliteStatement _load = session.Prepare(sql.Load);
    private readonly SqliteStatement _delete = session.Prepare(sql.Delete);

    public override bool IsUsable => session.IsUsable;

    public override void Save(SnapshotRow row) => session.Transact((_save, row), static state =>
    {
        var (save, row) = state;
        save.Bind(1, row.PersistenceId);
        save.Bind(2, row.SequenceNr);
        save.Bind(3, row.Created);
        save.Bind(4, row.Manifest);
        save.Bind(5, row.SerializerId ?? 0);
        save.BindBlob(6, row.Payload);
        save.Execute("write a snapshot");
    });

    public override SnapshotRow Load(SnapshotRange range)
    {
        Bind(_load, range);
        try
        {
            return _load.Step("read a snapshot")
                ? new SnapshotRow(
                    range.PersistenceId,
                    _load.GetInt64(0),
                    _load.GetInt64(1),
                    _load.GetString(2) ?? "",
                    _load.IsNull(3) ? null : _load.GetInt32(3),
                    _load.GetBytes(4).ToArray())
                : null;
        }
        finally
        {
            _load.Reset();
        }
    }

    public override void Delete(SnapshotRange range) => session.Transact((_delete, range), static state =>
    {
        Bind(state._delete, state.range);
        state._delete.Execute("delete snapshots");
    });

    public override void Dispose() => session.Dispose();

    private static void Bind(SqliteStatement statement, SnapshotRange range)
    {
        statement.Bind(1, range.PersistenceId);
        statement.Bind(2, range.FromSequenceNr);
        statement.Bind(3, range.ToSequenceNr);
        statement.Bind(4, range.FromTicks);
        statement.Bind(5, range.ToTicks);
    }
}
