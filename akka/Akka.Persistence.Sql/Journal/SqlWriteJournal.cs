namespace Akka.Persistence.Sql.Journal;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Persistence.Journal;
using Akka.Persistence.Sql.Db;
using Akka.Persistence.Sql.Settings;

/// <summary>The journal on SQLite and PostgreSQL, configured under <c>akka.persistence.journal.sql</c>.</summary>
/// <remarks>
/// The actor serializes and hands on; <see cref="JournalWriter"/> writes and <see cref="SqlWorkers{TConnection}"/> read on threads of
/// their own. The tables are those of Akka.Persistence.Sql, to the column: either implementation opens what the other has written.
/// </remarks>
public class SqlWriteJournal : AsyncWriteJournal
{
    private static readonly TimeSpan ReaderIdleTimeout = TimeSpan.FromSeconds(30);

    private readonly JournalSettings _settings;
    private readonly EventSerializer _serializer;
    private readonly ILoggingAdapter _log;
    private IJournalDatabase _database;
    private JournalWriter[] _writers;
    private SqlWorkers<JournalConnection> _readers;

    public SqlWriteJournal(Config journalConfig)
    {
        _settings = JournalSettings.From(journalConfig);
        _serializer = new EventSerializer(Context.System.Serialization, _settings);
        _log = Context.GetLogger();
    }

    public override Task<long> ReadHighestSequenceNrAsync(string persistenceId, long fromSequenceNr) =>
        Read(persistenceId, connection => connection.ReadHighestSequenceNr(persistenceId));

    public override Task ReplayMessagesAsync(
        IActorContext context,
        string persistenceId,
        long fromSequenceNr,
        long toSequenceNr,
        long max,
        Action<IPersistentRepresentation> recoveryCallback)
    {
        var replay = new EventReplay(_serializer, persistenceId, _settings.ReplayBatchSize, recoveryCallback);
        return Read(persistenceId, connection => replay.Run(connection, fromSequenceNr, toSequenceNr, max));
    }

    protected override void PreStart()
    {
        base.PreStart();
        _database = JournalDatabases.Create(_settings, _log);
        _writers = new JournalWriter[_database.Writers];
        for (var i = 0; i < _writers.Length; i++)
            _writers[i] = new JournalWriter(_database, _settings, i);
        if (_database.Readers > 0)
            _readers = new SqlWorkers<JournalConnection>(
                "journal-reader", _database.Readers, ReaderIdleTimeout, _database.Open, () => SqlErrors.Stopped(_settings.Sql.PluginId));

        // Creates the tables now and not with the first event; a failure is logged there and comes back with that event.
        _writers[0].Run(static _ => true).ContinueWith(static failed => failed.Exception, TaskContinuationOptions.OnlyOnFaulted);
    }

    protected override void PostStop()
    {
        base.PostStop();
        _readers?.Dispose();
        foreach (var writer in _writers ?? [])
            writer.Dispose();
        _database?.Dispose();
    }

    protected override Task<IImmutableList<Exception>> WriteMessagesAsync(IEnumerable<AtomicWrite> messages)
    {
        var request = _serializer.Serialize(messages);
        if (request.Count == 0)
            request.Complete();
        else
            WriterOf(request.Rows[0].PersistenceId).Write(request);
        return request.Task;
    }

    protected override Task DeleteMessagesToAsync(string persistenceId, long toSequenceNr) =>
        WriterOf(persistenceId).Run(connection =>
        {
            connection.Delete(persistenceId, toSequenceNr);
            return true;
        });

    /// <summary>Reads after what was written before, which a reader's connection sees only once the writer is done with it.</summary>
    private Task<TResult> Read<TResult>(string persistenceId, Func<JournalConnection, TResult> call)
    {
        var writer = WriterOf(persistenceId);
        if (_readers is null)
            return writer.Run(call);
        return writer.IsIdle ? _readers.Run(call) : ReadAfterWrites(writer, call);
    }

    private async Task<TResult> ReadAfterWrites<TResult>(JournalWriter writer, Func<JournalConnection, TResult> call)
    {
        var readers = _readers;
        await writer.Run(static _ => true).ConfigureAwait(false);
        return await readers.Run(call).ConfigureAwait(false);
    }

    private JournalWriter WriterOf(string persistenceId) =>
        _writers.Length == 1 ? _writers[0] : _writers[(uint)persistenceId.GetHashCode() % (uint)_writers.Length];
}
