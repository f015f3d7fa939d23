namespace Akka.Persistence.Sql.Snapshot;

using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Persistence.Snapshot;
using Akka.Persistence.Sql.Db;
using Akka.Persistence.Sql.Settings;

/// <summary>The snapshot store on SQLite and PostgreSQL, configured under <c>akka.persistence.snapshot-store.sql</c>.</summary>
public class SqlSnapshotStore : SnapshotStore
{
    private readonly SnapshotSettings _settings;
    private readonly Akka.Serialization.Serialization _serialization;
    private readonly ILoggingAdapter _log;
    private ISnapshotDatabase _database;
    private SqlWorkers<SnapshotConnection> _workers;

    public SqlSnapshotStore(Config snapshotConfig)
    {
        _settings = SnapshotSettings.From(snapshotConfig);
        _serialization = Context.System.Serialization;
        _log = Context.GetLogger();
    }

    protected override void PreStart()
    {
        base.PreStart();
        _database = _settings.Sql.Provider == SqlProvider.PostgreSql
            ? new PostgreSqlSnapshotDatabase(_settings, _log)
            : new SqliteSnapshotDatabase(_settings, _log);
        _workers = new SqlWorkers<SnapshotConnection>(
            "snapshot-store",
            _database.Connections,
            _database.IdleTimeout,
            _database.Open,
            () => SqlErrors.Stopped(_settings.Sql.PluginId));

        // Creates the table now and not with the first snapshot; a failure is logged there and comes back with that snapshot.
        _workers.Run(static _ => true).ContinueWith(static failed => failed.Exception, TaskContinuationOptions.OnlyOnFaulted);
    }

    protected override void PostStop()
    {
        base.PostStop();
        _workers?.Dispose();
        _database?.Dispose();
    }

    protected override async Task<SelectedSnapshot> LoadAsync(string persistenceId, SnapshotSelectionCriteria criteria)
    {
        var range = SnapshotRange.Of(persistenceId, criteria);
        var row = await _workers.Run(connection => connection.Load(range)).ConfigureAwait(false);
        return row is null ? null : Deserialize(row);
    }

    protected override async Task SaveAsync(SnapshotMetadata metadata, object snapshot)
    {
        var row = Akka.Serialization.Serialization.WithTransport(
            _serialization.System, (this, metadata, snapshot), static state => state.Item1.Serialize(state.metadata, state.snapshot));
        await RunAsync(connection => connection.Save(row)).ConfigureAwait(false);
    }

    protected override Task DeleteAsync(SnapshotMetadata metadata)
    {
        var range = SnapshotRange.Of(metadata);
        return RunAsync(connection => connection.Delete(range));
    }

    protected override Task DeleteAsync(string persistenceId, SnapshotSelectionCriteria criteria)
    {
        var range = SnapshotRange.Of(persistenceId, criteria);
        return RunAsync(connection => connection.Delete(range));
    }

    private Task RunAsync(Action<SnapshotConnection> call) => _workers.Run(connection =>
    {
        call(connection);
        return true;
    });

    private SnapshotRow Serialize(SnapshotMetadata metadata, object snapshot)
    {
        var type = snapshot.GetType();
        var serializer = _serialization.FindSerializerForType(type, _settings.Sql.DefaultSerializer);
        return new SnapshotRow(
            metadata.PersistenceId,
            metadata.SequenceNr,
            metadata.Timestamp.Ticks,
            Manifests.Of(serializer, snapshot, type),
            serializer.Identifier,
            serializer.ToBinary(snapshot));
    }

    private SelectedSnapshot Deserialize(SnapshotRow row)
    {
        var metadata = new SnapshotMetadata(row.PersistenceId, row.SequenceNr, new DateTime(row.Created, DateTimeKind.Utc));
        return new SelectedSnapshot(metadata, Payload(row));
    }

    private object Payload(SnapshotRow row)
    {
        if (row.SerializerId is { } id)
            return _serialization.Deserialize(row.Payload, id, row.Manifest);

        var type = Type.GetType(row.Manifest, throwOnError: true);
        return _serialization.FindSerializerForType(type, _settings.Sql.DefaultSerializer).FromBinary(row.Payload, type);
    }
}
