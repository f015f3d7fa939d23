namespace Akka.Persistence.Sql.Journal;

using Akka.Persistence.Sql.Settings;
using static Akka.Persistence.Sql.Db.PostgreSql.PostgreSqlNames;

/// <summary>The statements of the journal for PostgreSQL, with the configured names.</summary>
/// <remarks>
/// Types, constraints and indexes are those with which Akka.Persistence.Sql creates the tables. A batch of any size is one
/// statement over arrays, one for each column: it is prepared once and costs one round trip with its commit.
/// </remarks>
internal sealed class PostgreSqlJournalSql
{
    private readonly JournalTable _table;
    private readonly string _journal;
    private readonly string _tags;
    private readonly string _metadata;
    private readonly string _persistenceId;
    private readonly string _sequenceNr;

    public PostgreSqlJournalSql(JournalSettings settings)
    {
        _table = settings.Table;
        _journal = Table(_table.Schema, _table.Name);
        _tags = Table(_table.Schema, _table.Tag.Name);
        _metadata = Table(_table.Schema, _table.Metadata.Name);
        _persistenceId = Quote(_table.PersistenceId);
        _sequenceNr = Quote(_table.SequenceNr);
        Insert = BuildInsert(settings);
        InsertTagged = BuildInsertTagged();
        CreateTables = BuildCreateTables(settings);
    }

    public string CreateTables { get; }

    /// <summary>
    /// $1 created, $2 persistence id, $3 sequence number, $4 message, $5 manifest, $6 identifier, $7 writer, $8 tags: arrays but $7.
    /// </summary>
    public string Insert { get; }

    /// <summary>As <see cref="Insert"/>, and $9 sequence number, $10 persistence id and $11 tag of each tag.</summary>
    public string InsertTagged { get; }

    public string Highest(bool withMetadata) => withMetadata
        ? $"SELECT GREATEST({MaxOf(_journal, _persistenceId, _sequenceNr)}, " +
          $"{MaxOf(_metadata, Quote(_table.Metadata.PersistenceId), Quote(_table.Metadata.SequenceNr))})"
        : $"SELECT {MaxOf(_journal, _persistenceId, _sequenceNr)}";

    /// <summary>Sequence number, created, identifier, manifest, writer and message of a page.</summary>
    public string Page =>
        $"SELECT {_sequenceNr}, {Quote(_table.Created)}, {Quote(_table.Identifier)}, {Quote(_table.Manifest)}, " +
        (_table.WriterUuid is null ? "NULL::varchar" : Quote(_table.WriterUuid)) + $", {Quote(_table.Message)} FROM {_journal} " +
        $"WHERE {_persistenceId} = $1 AND {_sequenceNr} >= $2 AND {_sequenceNr} <= $3 AND {Quote(_table.Deleted)} = false " +
        $"ORDER BY {_sequenceNr} LIMIT $4";

    public string HighestUpTo => $"SELECT MAX({_sequenceNr}) FROM {_journal} WHERE {_persistenceId} = $1 AND {_sequenceNr} <= $2";

    public string DeleteBelow => $"DELETE FROM {_journal} WHERE {_persistenceId} = $1 AND {_sequenceNr} < $2";

    public string MarkDeleted => $"UPDATE {_journal} SET {Quote(_table.Deleted)} = true WHERE {_persistenceId} = $1 AND {_sequenceNr} = $2";

    public string DeleteTags =>
        $"DELETE FROM {_tags} WHERE {Quote(_table.Tag.PersistenceId)} = $1 AND {Quote(_table.Tag.SequenceNr)} <= $2";

    public string KeepMetadata =>
        $"INSERT INTO {_metadata} ({Quote(_table.Metadata.PersistenceId)}, {Quote(_table.Metadata.SequenceNr)}) VALUES ($1, $2) " +
        "ON CONFLICT DO NOTHING";

    public string DeleteMetadataBelow =>
        $"DELETE FROM {_metadata} WHERE {Quote(_table.Metadata.PersistenceId)} = $1 AND {Quote(_table.Metadata.SequenceNr)} < $2";

    private static string MaxOf(string table, string persistenceId, string sequenceNr) =>
        $"COALESCE((SELECT MAX({sequenceNr}) FROM {table} WHERE {persistenceId} = $1), 0)";

    private string BuildInsert(JournalSettings settings)
    {
        var columns = new List<string>
        {
            _table.Created, _table.PersistenceId, _table.SequenceNr, _table.Message, _table.Manifest, _table.Identifier, _table.Deleted,
        };
        var values = "e.c, e.p, e.s, e.m, e.f, e.i, false";
        if (_table.WriterUuid is not null)
        {
            columns.Add(_table.WriterUuid);
            values += ", $7";
        }

        if (settings.HasTagsColumn)
        {
            columns.Add(_table.Tags);
            values += ", e.t";
        }

        return $"INSERT INTO {_journal} ({string.Join(", ", columns.Select(Quote))}) SELECT {values} " +
            "FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::bytea[], $5::text[], $6::int[], $8::text[]) " +
            "AS e (c, p, s, m, f, i, t)" +
            (_table.WriterUuid is null ? " WHERE $7::text IS NOT NULL" : "");
    }

    private string BuildInsertTagged() =>
        $"WITH written AS ({Insert} RETURNING {Quote(_table.Ordering)} AS o, {_persistenceId} AS p, {_sequenceNr} AS s) " +
        $"INSERT INTO {_tags} ({Quote(_table.Tag.OrderingId)}, {Quote(_table.Tag.Tag)}, {Quote(_table.Tag.SequenceNr)}, " +
        $"{Quote(_table.Tag.PersistenceId)}) SELECT w.o, g.t, w.s, w.p " +
        "FROM unnest($9::bigint[], $10::text[], $11::text[]) AS g (s, p, t) JOIN written w ON w.s = g.s AND w.p = g.p";

    private string BuildCreateTables(JournalSettings settings)
    {
        var script = CreateJournal(settings);
        if (settings.HasTagTable)
            script += CreateTags();
        if (settings.DeleteCompatibility)
            script += CreateMetadata();
        return script;
    }

    private string CreateJournal(JournalSettings settings)
    {
        var name = _table.Name;
        return
            $"CREATE TABLE IF NOT EXISTS {_journal} (" +
            $"{Quote(_table.Ordering)} BIGSERIAL NOT NULL, " +
            $"{Quote(_table.Created)} BigInt NOT NULL, " +
            $"{Quote(_table.Deleted)} Boolean NOT NULL, " +
            $"{_persistenceId} VarChar(255) NOT NULL, " +
            $"{_sequenceNr} BigInt NOT NULL, " +
            $"{Quote(_table.Message)} bytea NOT NULL, " +
            (settings.HasTagsColumn ? $"{Quote(_table.Tags)} VarChar(100) NULL, " : "") +
            $"{Quote(_table.Manifest)} VarChar(500) NULL, " +
            $"{Quote(_table.Identifier)} Int NULL, " +
            (_table.WriterUuid is null ? "" : $"{Quote(_table.WriterUuid)} VarChar(128) NULL, ") +
            $"CONSTRAINT {Quote("PK_" + name)} PRIMARY KEY ({Quote(_table.Ordering)})); " +
            "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint " +
            $"WHERE conrelid = {Literal(_journal)}::regclass AND conname = {Literal(name + "_uq")}) THEN " +
            $"ALTER TABLE {_journal} ADD CONSTRAINT {Quote(name + "_uq")} UNIQUE ({_persistenceId}, {_sequenceNr}); END IF; END $$; " +
            $"CREATE INDEX IF NOT EXISTS {Quote($"{name}_{_table.Created}_idx")} ON {_journal} ({Quote(_table.Created)}); " +
            $"CREATE INDEX IF NOT EXISTS {Quote($"{name}_{_table.SequenceNr}_idx")} ON {_journal} ({_sequenceNr}); ";
    }

    private string CreateTags()
    {
        var tag = _table.Tag;
        return
            $"CREATE TABLE IF NOT EXISTS {_tags} (" +
            $"{Quote(tag.OrderingId)} BigInt NOT NULL, " +
            $"{Quote(tag.Tag)} VarChar(64) NOT NULL, " +
            $"{Quote(tag.SequenceNr)} BigInt NOT NULL, " +
            $"{Quote(tag.PersistenceId)} VarChar(255) NOT NULL, " +
            $"CONSTRAINT {Quote("PK_" + tag.Name)} PRIMARY KEY ({Quote(tag.OrderingId)}, {Quote(tag.Tag)})); " +
            $"CREATE INDEX IF NOT EXISTS {Quote($"{tag.Name}_{tag.PersistenceId}_{tag.SequenceNr}_idx")} " +
            $"ON {_tags} ({Quote(tag.PersistenceId)}, {Quote(tag.SequenceNr)}); " +
            $"CREATE INDEX IF NOT EXISTS {Quote($"{tag.Name}_{tag.Tag}_idx")} ON {_tags} ({Quote(tag.Tag)}); ";
    }

    private string CreateMetadata()
    {
        var metadata = _table.Metadata;
        return
            $"CREATE TABLE IF NOT EXISTS {_metadata} (" +
            $"{Quote(metadata.PersistenceId)} VarChar(255) NOT NULL, " +
            $"{Quote(metadata.SequenceNr)} BigInt NOT NULL, " +
            $"CONSTRAINT {Quote("PK_" + metadata.Name)} PRIMARY KEY ({Quote(metadata.PersistenceId)}, {Quote(metadata.SequenceNr)})); ";
    }
}
