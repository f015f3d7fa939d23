namespace Akka.Persistence.Sql.Journal;

using System.Data;
using Akka.Persistence.Sql.Db.PostgreSql;
using Akka.Persistence.Sql.Settings;
using Npgsql;
using NpgsqlTypes;

/// <summary>The journal's commands on one PostgreSQL connection.</summary>
internal sealed class PostgreSqlJournalConnection : JournalConnection
{
    private readonly PostgreSqlSession _session;
    private readonly PostgreSqlJournalSql _sql;
    private readonly JournalSettings _settings;
    private readonly string _writerUuid;
    private readonly List<long> _created = [];
    private readonly List<string> _persistenceIds = [];
    private readonly List<long> _sequenceNrs = [];
    private readonly List<byte[]> _messages = [];
    private readonly List<string> _manifests = [];
    private readonly List<int> _identifiers = [];
    private readonly List<string> _tags = [];
    private readonly List<long> _tagSequenceNrs = [];
    private readonly List<string> _tagPersistenceIds = [];
    private readonly List<string> _tagValues = [];
    private NpgsqlCommand _insert;
    private NpgsqlCommand _insertTagged;
    private NpgsqlCommand _highest;
    private NpgsqlCommand _page;

    public PostgreSqlJournalConnection(PostgreSqlSession session, PostgreSqlJournalSql sql, JournalSettings settings, string writerUuid)
    {
        _session = session;
        _sql = sql;
        _settings = settings;
        _writerUuid = writerUuid;
    }

    public override bool IsUsable => _session.IsUsable;

    public override void Write(List<WriteRequest> requests)
    {
        Clear();
        foreach (var request in requests)
        {
            foreach (ref readonly var row in request.Rows)
                Add(row);
        }

        var command = _tagValues.Count == 0 ? _insert ??= CreateInsert(_sql.Insert, tagged: false)
            : _insertTagged ??= CreateInsert(_sql.InsertTagged, tagged: true);
        _session.Run(_settings.Sql.WriteIsolationLevel, command, static insert => insert.ExecuteNonQuery());
        Clear();
    }

    public override void Delete(string persistenceId, long toSequenceNr) =>
        _session.Transact(_settings.Sql.WriteIsolationLevel, (this, persistenceId, toSequenceNr), static state =>
        {
            state.Item1.DeleteUpTo(state.persistenceId, state.toSequenceNr);
            return true;
        });

    public override long ReadHighestSequenceNr(string persistenceId)
    {
        _highest ??= _session.Prepare(_sql.Highest(_settings.DeleteCompatibility), NpgsqlDbType.Text);
        _highest.Parameters[0].Value = persistenceId;
        return _session.Run(_settings.Sql.ReadIsolationLevel, _highest, static query => (long)query.ExecuteScalar());
    }

    public override int ReadPage(string persistenceId, long fromSequenceNr, long toSequenceNr, int limit, IEventSink replay)
    {
        _page ??= _session.Prepare(_sql.Page, NpgsqlDbType.Text, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Integer);
        _page.Parameters[0].Value = persistenceId;
        _page.Parameters[1].Value = fromSequenceNr;
        _page.Parameters[2].Value = toSequenceNr;
        _page.Parameters[3].Value = limit;
        return _session.Run(_settings.Sql.ReadIsolationLevel, (_page, replay), static state => ReadRows(state._page, state.replay));
    }

    public override void Dispose() => _session.Dispose();

    private static int ReadRows(NpgsqlCommand query, IEventSink replay)
    {
        using var reader = query.ExecuteReader();
        var count = 0;
        while (reader.Read())
        {
            replay.OnEvent(
                reader.GetInt64(0),
                reader.GetInt64(1),
                reader.IsDBNull(2) ? null : reader.GetInt32(2),
                reader.IsDBNull(3) ? "" : reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.GetFieldValue<byte[]>(5));
            count++;
        }

        return count;
    }

    private void Add(in EventRow row)
    {
        _created.Add(row.Created);
        _persistenceIds.Add(row.PersistenceId);
        _sequenceNrs.Add(row.SequenceNr);
        _messages.Add(row.Message);
        _manifests.Add(row.Manifest);
        _identifiers.Add(row.Identifier);
        _tags.Add(row.Tags);
        foreach (var tag in row.TagList ?? [])
        {
            _tagSequenceNrs.Add(row.SequenceNr);
            _tagPersistenceIds.Add(row.PersistenceId);
            _tagValues.Add(tag);
        }
    }

    /// <summary>Also after a write: the messages would otherwise stay in memory until the next one.</summary>
    private void Clear()
    {
        _created.Clear();
        _persistenceIds.Clear();
        _sequenceNrs.Clear();
        _messages.Clear();
        _manifests.Clear();
        _identifiers.Clear();
        _tags.Clear();
        _tagSequenceNrs.Clear();
        _tagPersistenceIds.Clear();
        _tagValues.Clear();
    }

    private NpgsqlCommand CreateInsert(string sql, bool tagged)
    {
        var command = _session.Command(sql);
        AddArray(command, _created, NpgsqlDbType.Bigint);
        AddArray(command, _persistenceIds, NpgsqlDbType.Text);
        AddArray(command, _sequenceNrs, NpgsqlDbType.Bigint);
        AddArray(command, _messages, NpgsqlDbType.Bytea);
        AddArray(command, _manifests, NpgsqlDbType.Text);
        AddArray(command, _identifiers, NpgsqlDbType.Integer);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _writerUuid, NpgsqlDbType = NpgsqlDbType.Text });
        AddArray(command, _tags, NpgsqlDbType.Text);
        if (tagged)
        {
            AddArray(command, _tagSequenceNrs, NpgsqlDbType.Bigint);
            AddArray(command, _tagPersistenceIds, NpgsqlDbType.Text);
            AddArray(command, _tagValues, NpgsqlDbType.Text);
        }

        command.Prepare();
        return command;
    }

    private static void AddArray<T>(NpgsqlCommand command, List<T> values, NpgsqlDbType element) =>
        command.Parameters.Add(new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | element });

    private void DeleteUpTo(string persistenceId, long toSequenceNr)
    {
        if (Scalar(_sql.HighestUpTo, persistenceId, toSequenceNr) is not long highest)
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

    private object Scalar(string sql, string persistenceId, long sequenceNr) => _session.Once(sql, persistenceId, sequenceNr);
}
