namespace Akka.Persistence.Sql.Snapshot;

using Akka.Event;
using Akka.Persistence.Sql.Db;
using Akka.Persistence.Sql.Db.PostgreSql;
using Akka.Persistence.Sql.Settings;
using Npgsql;

/// <summary>The snapshots in a PostgreSQL database.</summary>
internal sealed class PostgreSqlSnapshotDatabase(SnapshotSettings settings, ILoggingAdapter log) : ISnapshotDatabase
{
    private const int MaxConnections = 4;

    private readonly int _poolSize = PostgreSqlSource.PoolSize(settings.Sql);
    private readonly NpgsqlDataSource _source = PostgreSqlSource.Create(settings.Sql);
    private readonly SnapshotSql _sql =
        new(settings.Table, PostgreSqlNames.Table(settings.Table.Schema, settings.Table.Name), PostgreSqlNames.Quote);

    private readonly TableInitialization _tables = new(settings.Sql, log);

    public int Connections => Math.Min(MaxConnections, _poolSize);

    public TimeSpan IdleTimeout => TimeSpan.FromSeconds(30);

    public SnapshotConnection Open()
    {
        var session = new PostgreSqlSession(_source);
        try
        {
            _tables.Ensure(session, CreateTable);
            return new PostgreSqlSnapshotConnection(session, _sql, settings.Sql);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public void Dispose() => _source.Dispose();

    private void CreateTable(PostgreSqlSession session) =>
        session.CreateTables(string.Join("; ", _sql.Create("VarChar", "BigInt", "bytea", "Int")));
}
