namespace Akka.Persistence.Sql.Journal;

using System.Text;
using Akka.Persistence.Sql.Settings;

/// <summary>The statements of the journal for SQLite, with the configured names. A schema name means nothing to SQLite.</summary>
/// <remarks>
/// Types, constraints and indexes are those with which Akka.Persistence.Sql creates the tables. Names stand in brackets: in quotes
/// SQLite would take a missing column for a text.
/// </remarks>
internal sealed class SqliteJournalSql
{
    private readonly JournalTable _table;
    private readonly string _insert;
    private readonly string _values;

    public SqliteJournalSql(JournalSettings settings)
    {
        var table = _table = settings.Table;
        var columns = new List<string>
        {
            table.Created, table.Deleted, table.PersistenceId, table.SequenceNr, table.Message, table.Manifest, table.Identifier,
        };
        if (table.WriterUuid is not null)
            columns.Add(table.WriterUuid);
        if (settings.HasTagsColumn)
            columns.Add(table.Tags);

        _insert = $"INSERT INTO [{table.Name}] ([{string.Join("], [", columns)}]) VALUES ";
        _values = string.Join(", ", columns.Select(column => column == table.Deleted ? "0" : "?"));
        ParametersPerRow = columns.Count - 1;
        CreateTables = BuildCreateTables(settings);
    }

    public string[] CreateTables { get; }

    /// <summary>Created, persistence id, sequence number, message, manifest, identifier; writer and tags where they have columns.</summary>
    public int ParametersPerRow { get; }

    public string Highest(bool withMetadata) => withMetadata
        ? $"SELECT MAX({MaxOf(_table.Name, _table.PersistenceId, _table.SequenceNr)}, " +
          $"{MaxOf(_table.Metadata.Name, _table.Metadata.PersistenceId, _table.Metadata.SequenceNr)})"
        : $"SELECT {MaxOf(_table.Name, _table.PersistenceId, _table.SequenceNr)}";

    /// <summary>Sequence number, created, identifier, manifest, message and writer of a page.</summary>
    public string Page =>
        $"SELECT [{_table.SequenceNr}], [{_table.Created}], [{_table.Identifier}], [{_table.Manifest}], [{_table.Message}], " +
        (_table.WriterUuid is null ? "NULL" : $"[{_table.WriterUuid}]") +
        $" FROM [{_table.Name}] WHERE [{_table.PersistenceId}] = ?1 AND [{_table.SequenceNr}] >= ?2 AND [{_table.SequenceNr}] <= ?3 " +
        $"AND [{_table.Deleted}] = 0 ORDER BY [{_table.SequenceNr}] LIMIT ?4";

    public string InsertTag =>
        $"INSERT INTO [{_table.Tag.Name}] ([{_table.Tag.OrderingId}], [{_table.Tag.Tag}], [{_table.Tag.PersistenceId}], " +
        $"[{_table.Tag.SequenceNr}]) VALUES (?, ?, ?, ?)";

    /// <summary>The highest sequence number of ?1 up to ?2.</summary>
    public string HighestUpTo =>
        $"SELECT MAX([{_table.SequenceNr}]) FROM [{_table.Name}] WHERE [{_table.PersistenceId}] = ?1 AND [{_table.SequenceNr}] <= ?2";

    public string DeleteBelow =>
        $"DELETE FROM [{_table.Name}] WHERE [{_table.PersistenceId}] = ?1 AND [{_table.SequenceNr}] < ?2";

    public string MarkDeleted =>
        $"UPDATE [{_table.Name}] SET [{_table.Deleted}] = 1 WHERE [{_table.PersistenceId}] = ?1 AND [{_table.SequenceNr}] = ?2";

    public string DeleteTags =>
        $"DELETE FROM [{_table.Tag.Name}] WHERE [{_table.Tag.PersistenceId}] = ?1 AND [{_table.Tag.SequenceNr}] <= ?2";

    public string KeepMetadata =>
        $"INSERT INTO [{_table.Metadata.Name}] ([{_table.Metadata.PersistenceId}], [{_table.Metadata.SequenceNr}]) VALUES (?1, ?2) " +
        "ON CONFLICT DO NOTHING";

    public string DeleteMetadataBelow =>
        $"DELETE FROM [{_table.Metadata.Name}] WHERE [{_table.Metadata.PersistenceId}] = ?1 AND [{_table.Metadata.SequenceNr}] < ?2";

    public string Insert(int rows)
    {
        var sql = new StringBuilder(_insert);
        for (var i = 0; i < rows; i++)
            sql.Append(i == 0 ? "(" : ", (").Append(_values).Append(')');
        return sql.ToString();
    }

    private static string MaxOf(string table, string persistenceId, string sequenceNr) =>
        $"IFNULL((SELECT MAX([{sequenceNr}]) FROM [{table}] WHERE [{persistenceId}] = ?1), 0)";

    private static string[] BuildCreateTables(JournalSettings settings)
    {
        var statements = new List<string>();
        AddJournal(statements, settings);
        if (settings.HasTagTable)
            AddTags(statements, settings.Table.Tag);
        if (settings.DeleteCompatibility)
            AddMetadata(statements, settings.Table.Metadata);
        return statements.ToArray();
    }

    private static void AddJournal(List<string> statements, JournalSettings settings)
    {
        var table = settings.Table;
        var name = table.Name;
        statements.Add(
            $"CREATE TABLE IF NOT EXISTS [{name}] (" +
            $"[{table.Ordering}] INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, " +
            $"[{table.Created}] BigInt NOT NULL, " +
            $"[{table.Deleted}] Bit NOT NULL, " +
            $"[{table.PersistenceId}] NVarChar(255) NOT NULL, " +
            $"[{table.SequenceNr}] BigInt NOT NULL, " +
            $"[{table.Message}] VarBinary NOT NULL, " +
            (settings.HasTagsColumn ? $"[{table.Tags}] NVarChar(100) NULL, " : "") +
            $"[{table.Manifest}] NVarChar(500) NULL, " +
            $"[{table.Identifier}] INTEGER NULL" +
            (table.WriterUuid is null ? ")" : $", [{table.WriterUuid}] NVarChar(128) NULL)"));
        statements.Add($"CREATE UNIQUE INDEX IF NOT EXISTS [{name}_uq] ON [{name}] ([{table.PersistenceId}], [{table.SequenceNr}])");
        statements.Add($"CREATE INDEX IF NOT EXISTS [{name}_{table.Created}_idx] ON [{name}] ([{table.Created}])");
        statements.Add($"CREATE INDEX IF NOT EXISTS [{name}_{table.SequenceNr}_idx] ON [{name}] ([{table.SequenceNr}])");
    }

    private static void AddTags(List<string> statements, TagTable tag)
    {
        var name = tag.Name;
        statements.Add(
            $"CREATE TABLE IF NOT EXISTS [{name}] (" +
            $"[{tag.OrderingId}] INTEGER NOT NULL, " +
            $"[{tag.Tag}] NVarChar(64) NOT NULL, " +
            $"[{tag.SequenceNr}] INTEGER NOT NULL, " +
            $"[{tag.PersistenceId}] NVarChar(255) NOT NULL, " +
            $"CONSTRAINT [PK_{name}] PRIMARY KEY ([{tag.OrderingId}], [{tag.Tag}]))");
        statements.Add(
            $"CREATE INDEX IF NOT EXISTS [{name}_{tag.PersistenceId}_{tag.SequenceNr}_idx] " +
            $"ON [{name}] ([{tag.PersistenceId}], [{tag.SequenceNr}])");
        statements.Add($"CREATE INDEX IF NOT EXISTS [{name}_{tag.Tag}_idx] ON [{name}] ([{tag.Tag}])");
    }

    private static void AddMetadata(List<string> statements, MetadataTable metadata) => statements.Add(
        $"CREATE TABLE IF NOT EXISTS [{metadata.Name}] (" +
        $"[{metadata.PersistenceId}] NVarChar(255) NOT NULL, " +
        $"[{metadata.SequenceNr}] BigInt NOT NULL, " +
        $"CONSTRAINT [PK_{metadata.Name}] PRIMARY KEY ([{metadata.PersistenceId}], [{metadata.SequenceNr}]))");
}
