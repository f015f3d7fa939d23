namespace Akka.Flink.Connectors.PostgreSql;

using Akka.Flink.Sinks;
using Npgsql;

/// <summary>Commits each batch as it comes, and tries it again when the server fails in a way that may pass.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="context">Where it runs.</param>
/// <param name="options">What the sink was built with.</param>
internal abstract class RetryingSession<T>(ISinkContext context, SinkOptions<T> options) : ISession<T>
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    private readonly Counter _batches = context.Counter("batchesWritten");
    private readonly Counter _retries = context.Counter("batchesRetried");
    private NpgsqlConnection? _connection;

    /// <summary>The sink and subtask, for messages.</summary>
    protected string Where { get; } = SinkPlaces.Of(context);

    /// <summary>Where it runs.</summary>
    protected ISinkContext Context => context;

    /// <summary>What the sink was built with.</summary>
    protected SinkOptions<T> Options => options;

    /// <summary>Set when the subtask ends.</summary>
    protected CancellationToken Ending { get; private set; }

    /// <summary>What the server calls the connection.</summary>
    protected abstract string ApplicationName { get; }

    public void Open(CancellationToken ending)
    {
        Ending = ending;
        Repeat(static _ => { });
    }

    public void Write(RowBatch<T> batch)
    {
        Repeat(connection => WriteOnce(connection, batch));
        _batches.Inc();
    }

    public PostgreSqlTransaction? Prepare(long checkpointId) => null;

    public void Dispose() => Disconnect();

    /// <summary>Prepares a new connection.</summary>
    /// <param name="connection">The connection.</param>
    protected abstract void Start(NpgsqlConnection connection);

    /// <summary>Writes a batch and commits it.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="batch">The batch.</param>
    protected abstract void WriteOnce(NpgsqlConnection connection, RowBatch<T> batch);

    /// <summary>Looks the table up.</summary>
    /// <param name="connection">Where.</param>
    protected TargetTable FindTable(NpgsqlConnection connection) => TargetTable.Find(
        connection, Where, options.Server, options.Target, [.. options.Columns.Select(column => column.Name)]);

    private void Repeat(Action<NpgsqlConnection> work)
    {
        for (var retry = 0; ; retry++)
        {
            try
            {
                work(Connected());
                return;
            }
            catch (Exception cause) when (cause is NpgsqlException or IOException)
            {
                Disconnect();
                if (retry >= options.MaxRetries || !Failures.MayPass(cause) || Ending.WaitHandle.WaitOne((retry + 1) * Step))
                    throw Failures.Explain(Where, options.Server, options.Target, cause);
                _retries.Inc();
            }
        }
    }

    private NpgsqlConnection Connected()
    {
        if (_connection is { } connected)
            return connected;

        var connection = options.Server.Open(ApplicationName);
        try
        {
            Start(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        return _connection = connection;
    }

    private void Disconnect()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
