namespace Akka.Flink.Connectors.PostgreSql;

using System.Globalization;
using Akka.Flink.Sinks;
using Npgsql;

/// <summary>Writes rows in one transaction between two checkpoints, and prepares that; none where there are no rows.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="context">Where it runs.</param>
/// <param name="options">What the sink was built with.</param>
/// <remarks>Preparing takes the transaction from the connection, so the same one goes on with the next.</remarks>
internal sealed class TransactionSession<T>(ISinkContext context, SinkOptions<T> options) : ISession<T>
{
    private const int FirstVersionWithTransactionTimeout = 17;

    private readonly string _where = SinkPlaces.Of(context);
    private readonly string _beginning = TransactionNames.Beginning(options.TransactionIdPrefix!);
    private readonly string _job = SinkPlaces.Hash(context.JobId, 4);
    private readonly string _epoch = Guid.NewGuid().ToString("N")[..12];   // no gid is ever used twice
    private readonly Rivals _rivals = new(context, options.TransactionIdPrefix!);
    private readonly Counter _rolledBack = context.Counter("transactionsRolledBack");
    private NpgsqlConnection? _connection;
    private IRows<T> _rows = null!;
    private CommitMarkers _markers = null!;
    private long _count;
    private long _firstMs;
    private long _lastMs;

    public void Open(CancellationToken ending) => Explained(() => Start(ending));

    public void Write(RowBatch<T> batch) => Explained(() =>
    {
        if (_count == 0)
        {
            _connection!.Execute("BEGIN");
            (_firstMs, _lastMs) = (long.MaxValue, long.MinValue);
        }

        _count += batch.Count;
        batch.Widen(ref _firstMs, ref _lastMs);
        _rows.Run(_connection!, batch);
    });

    public PostgreSqlTransaction? Prepare(long checkpointId)
    {
        if (_count == 0)
            return null;

        var gid = TransactionNames.Of(_beginning, _job, context.SubtaskIndex, context.Attempt, checkpointId, _epoch);
        Explained(() =>
        {
            _markers.Add(_connection!, _epoch, checkpointId, gid);
            _connection!.Execute($"PREPARE TRANSACTION '{gid}'");
        });
        var prepared = new PostgreSqlTransaction(
            gid, context.SubtaskIndex, _epoch, checkpointId, options.Target, _count, _firstMs, _lastMs);
        _count = 0;
        return prepared;
    }

    public void Dispose() => _connection?.Dispose();

    private void Start(CancellationToken ending)
    {
        var connection = _connection = options.Server.Open(_rivals.ApplicationName);
        CheckLimit(connection);
        _markers = CommitMarkers.Open(connection, _where, options.ControlSchema);
        _rows = options.RowsFor(connection, _where);
        _rivals.End(connection, ending);
        foreach (var (gid, owner) in PreparedTransactions.Find(connection, _beginning, context.SubtaskIndex, context.Parallelism))
        {
            if (owner.Job == _job && owner.Attempt > context.Attempt)   // it may belong to a checkpoint that is complete
                throw PostgreSqlErrors.PreparedByNewer(_where, context.Attempt, owner.Attempt, gid);
            if (PreparedTransactions.RollBack(connection, gid))
                _rolledBack.Inc();
        }

        // A transaction is open from its first row to its checkpoint, however long that is.
        connection.Execute("SET idle_in_transaction_session_timeout = 0");
        if (connection.PostgreSqlVersion.Major >= FirstVersionWithTransactionTimeout)
            connection.Execute("SET transaction_timeout = 0");
    }

    // One that is written, and one that waits for the checkpoint to be complete.
    private void CheckLimit(NpgsqlConnection connection)
    {
        var allowed = int.Parse((string)connection.Ask("SHOW max_prepared_transactions")!, CultureInfo.InvariantCulture);
        var needed = context.Parallelism * 2;
        if (allowed < needed)
            throw PostgreSqlErrors.TooFewPrepared(_where, options.Server.Place, allowed, needed, context.Parallelism);
    }

    private void Explained(Action work)
    {
        try
        {
            work();
        }
        catch (Exception cause) when (cause is NpgsqlException or IOException)
        {
            throw Failures.Explain(_where, options.Server, options.Target, cause);
        }
    }
}
