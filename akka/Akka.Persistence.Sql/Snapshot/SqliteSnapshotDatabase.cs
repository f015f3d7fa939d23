namespace Akka.Persistence.Sql.Snapshot;

using Akka.Event;
using Akka.Persistence.Sql.Db;
using Akka.Persistence.Sql.Db.Sqlite;
using Akka.Persistence.Sql.Settings;

/// <summary>The snapshots in an SQLite file.</summary>
internal sealed class SqliteSnapshotDatabase(SnapshotSettings settings, ILoggingAdapter log) : ISnapshotDatabase
{
    private const int MaxConnections = 4;

    private readonly SqliteOptions _options = SqliteOptions.Parse(settings.Sql.ConnectionString, settings.Sql.PluginId);
    private readonly SnapshotSql _sql = new(settings.Table, $"[{settings.Table.Name}]", static name => $"[{name}]");
    private readonly TableInitialization _tables = new(settings.Sql, log);

    public int Connections => _options.IsSingleConnection ? 1 : MaxConnections;

    /// <summary>A database in memory is gone with its last connection.</summary>
    public TimeSpan IdleTimeout => _options.IsSingleConnection ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(30);

    public SnapshotConnection Open()
    {
        var session = new SqliteSession(_options);
        try
        {
            _tables.Ensure(session, CreateTable);
            return new SqliteSnapshotConnection(session, _sql);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
    }

    private void CreateTable(SqliteSession session) => session.ExecuteInTurn(_sql.Create("NVarChar", "BigInt", "VarBinary", "INTEGER"));
}
