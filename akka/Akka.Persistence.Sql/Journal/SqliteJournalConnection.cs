namespace Akka.Persistence.Sql.Journal;

using System.Text;
using Akka.Persistence.Sql.Db.Sqlite;
using Akka.Persistence.Sql.Settings;

/// <summary>The journal's statements on one SQLite connection.</summary>
/// <remarks>
/// Rows are inserted 32 by 32, the rest one by one: a statement costs a step and, because the ordering is AUTOINCREMENT, an update
/// of the sequence table, whatever the number of its rows. An event with tags goes alone, because its tags need its ordering.
/// </remarks>
internal sealed class SqliteJournalConnection : JournalConnection
{
    private const int RowsPerInsert = 32;

    private readonly SqliteSession _session;
    private readonly SqliteJournalSql _sql;
    private readonly JournalSettings _settings;
    private readonly byte[] _writerUuid;
    private readonly SqliteStatement[] _inserts = new SqliteStatement[RowsPerInsert + 1];
    private readonly EventRow[] _pending = new EventRow[RowsPerInsert];
    private int _pendingCount;
    private Utf8Cache _persistenceIds;
    private Utf8Cache _manifests;
    private Utf8Cache _writers;
    private SqliteStatement _insertTag;
    private SqliteStatement _highest;
    private SqliteStatement _page;

    public SqliteJournalConnection(SqliteSession session, SqliteJournalSql sql, JournalSettings settings, string writerUuid)
    {
        _session = session;
        _sql = sql;
        _settings = settings;
        _writerUuid = settings.Table.WriterUuid is null ? null : Encoding.UTF8.GetBytes(writerUuid);
    }

    public override bool IsUsable => _session.IsUsable;

    public override bool IsAlive() => true;

    public override void Write(List<WriteRequest> requests) =>
        _session.Transact((Connection: this, requests), static state => state.Connection.InsertAll(state.requests));

    public override void Delete(string persistenceId, long toSequenceNr) =>
        _session.Transact(
            (Connection: this, persistenceId, toSequenceNr),
            static state => state.Connection.DeleteUpTo(state.persistenceId, state.toSequenceNr));

    public override long ReadHighestSequenceNr(string persistenceId)
    {
        _highest ??= _session.Prepare(_sql.Highest(_settings.DeleteCompatibility));
        _highest.Bind(1, persistenceId);
        return _highest.Scalar("read the highest sequence number") ?? 0;
    }

    public override int ReadPage(string persistenceId, long fromSequenceNr, long toSequenceNr, int limit, IEventSink replay)
    {
        _page ??= _session.Prepare(_sql.Page);
        _page.Bind(1, persistenceId);
        _page.Bind(2, fromSequenceNr);
        _page.Bind(3, toSequenceNr);
        _page.Bind(4, limit);
        try
        {
            var count = 0;
            while (_page.Step("read events"))
            {
                ReadRow(replay);
                count++;
            }

            return count;
        }
        finally
        {
            _page.Reset();
        }
    }

    public override void Dispose() => _session.Dispose();

    private void ReadRow(IEventSink replay) => replay.OnEvent(
        _page.GetInt64(0),
        _page.GetInt64(1),
        _page.IsNull(2) ? null : _page.GetInt32(2),
        _manifests.ToText(_page.GetBytes(3)),
        _page.IsNull(5) ? null : _writers.ToText(_page.GetBytes(5)),
        _page.GetBytes(4).ToArray());

    private void InsertAll(List<WriteRequest> requests)
    {
        _pendingCount = 0;
        try
        {
            foreach (var request in requests)
            {
                foreach (ref readonly var row in request.Rows)
                    Add(row);
            }

            FlushOneByOne();
        }
        finally
        {
            // Idle, it must not keep the last events in memory.
            Array.Clear(_pending);
        }
    }

    private void Add(in EventRow row)
    {
        if (row.TagList is not null)
        {
            FlushOneByOne();
            InsertTagged(row);
            return;
        }

        _pending[_pendingCount++] = row;
        if (_pendingCount == RowsPerInsert)
        {
            Insert(RowsPerInsert, 0);
            _pendingCount = 0;
        }
    }

    private void FlushOneByOne()
    {
        for (var i = 0; i < _pendingCount; i++)
            Insert(1, i);
        _pendingCount = 0;
    }

    private void InsertTagged(in EventRow row)
    {
        _pending[0] = row;
        Insert(1, 0);
        var ordering = _session.LastRowId;
        _insertTag ??= _session.Prepare(_sql.InsertTag);
        foreach (var tag in row.TagList)
        {
            _insertTag.Bind(1, ordering);
            _insertTag.Bind(2, tag);
            _insertTag.Bind(3, row.PersistenceId);
            _insertTag.Bind(4, row.SequenceNr);
            _insertTag.Execute("write a tag");
        }
    }

    private void Insert(int rows, int first)
    {
        var statement = _inserts[rows] ??= _session.Prepare(_sql.Insert(rows));
        var parameter = 1;
        for (var i = 0; i < rows; i++)
            parameter = BindRow(statement, parameter, _pending[first + i]);
        statement.Execute("write events");
    }

    private int BindRow(SqliteStatement statement, int parameter, in EventRow row)
    {
        statement.Bind(parameter++, row.Created);
        statement.BindUtf8(parameter++, _persistenceIds.ToUtf8(row.PersistenceId));
        statement.Bind(parameter++, row.SequenceNr);
        statement.BindBlob(parameter++, row.Message);
        statement.BindUtf8(parameter++, _manifests.ToUtf8(row.Manifest));
        statement.Bind(parameter++, row.Identifier);
        if (_writerUuid is not null)
            statement.BindUtf8(parameter++, _writerUuid);
        if (_settings.HasTagsColumn)
            statement.Bind(parameter++, row.Tags);
        return parameter;
    }

    private void DeleteUpTo(string persistenceId, long toSequenceNr)
    {
        if (Scalar(_sql.HighestUpTo, persistenceId, toSequenceNr) is not { } highest)
            return;

        Scalar(_sql.MarkDeleted, persistenceId, highest);
        if (_settings.DeleteCompatibility)
        {
            Scalar(_sql.KeepMetadata, persistenceId, highest);
            Scalar(_sql.DeleteMetadataBelow, persistenceId, highest);
        }

        Scalar(_sql.DeleteBelow, persistenceId, highest);
        if (_settings.HasTagTable)
            Scalar(_sql.DeleteTags, persistenceId, toSequenceNr);
    }

    private long? Scalar(string sql, string persistenceId, long sequenceNr) =>
        _session.Once(sql, (persistenceId, sequenceNr), static (statement, state) =>
        {
            statement.Bind(1, state.persistenceId);
            statement.Bind(2, state.sequenceNr);
            return statement.Scalar("delete events");
        });
}
