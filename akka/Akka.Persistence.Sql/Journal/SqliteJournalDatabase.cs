namespace Akka.Persistence.Sql.Journal;

using Akka.Event;
using Akka.Persistence.Sql.Db;
using Akka.Persistence.Sql.Db.Sqlite;
using Akka.Persistence.Sql.Settings;
using Microsoft.Data.Sqlite;
using SQLitePCL;

/// <summary>The journal in an SQLite file: one writer, and readers beside it.</summary>
internal sealed class SqliteJournalDatabase(JournalSettings settings, ILoggingAdapter log) : IJournalDatabase
{
    private const int MaxReaders = 4;

    private readonly SqliteOptions _options = SqliteOptions.Parse(settings.Sql.ConnectionString, settings.Sql.PluginId);
    private readonly SqliteJournalSql _sql = new(settings);
    private readonly TableInitialization _tables = new(settings.Sql, log);
    private readonly string _writerUuid = Guid.NewGuid().ToString("N");

    public int Writers => 1;

    public int Readers => _options.IsSingleConnection ? 0 : MaxReaders;

    public JournalConnection Open()
    {
        var session = new SqliteSession(_options);
        try
        {
            _tables.Ensure(session, CreateTables);
            return new SqliteJournalConnection(session, _sql, settings, _writerUuid);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public bool IsOfOneRow(Exception cause) => cause is SqliteException
    {
        SqliteErrorCode: raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH,
    };

    public void Dispose()
    {
    }

    private void CreateTables(SqliteSession session) => session.ExecuteInTurn(_sql.CreateTables);
}
