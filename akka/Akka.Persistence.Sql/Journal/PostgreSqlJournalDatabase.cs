namespace Akka.Persistence.Sql.Journal;

using Akka.Event;
using Akka.Persistence.Sql.Db;
using Akka.Persistence.Sql.Db.PostgreSql;
using Akka.Persistence.Sql.Settings;
using Npgsql;

/// <summary>The journal in a PostgreSQL database.</summary>
internal sealed class PostgreSqlJournalDatabase(JournalSettings settings, ILoggingAdapter log) : IJournalDatabase
{
    private const int MaxReaders = 4;

    private readonly int _poolSize = PostgreSqlSource.PoolSize(settings.Sql);
    private readonly NpgsqlDataSource _source = PostgreSqlSource.Create(settings.Sql);
    private readonly PostgreSqlJournalSql _sql = new(settings);
    private readonly TableInitialization _tables = new(settings.Sql, log);
    private readonly string _writerUuid = Guid.NewGuid().ToString("N");

    public int Writers => Math.Min(settings.Parallelism, Math.Max(1, _poolSize - 1));

    public int Readers => Math.Min(MaxReaders, _poolSize - Writers);

    public JournalConnection Open()
    {
        var session = new PostgreSqlSession(_source);
        try
        {
            _tables.Ensure(session, opened => opened.CreateTables(_sql.CreateTables));
            return new PostgreSqlJournalConnection(session, _sql, settings, _writerUuid);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    // The classes "data exception" and "integrity constraint violation".
    public bool IsOfOneRow(Exception cause) => cause is PostgresException { SqlState: ['2', '2' or '3', ..] };

    public void Dispose() => _source.Dispose();
}
