namespace Akka.Flink.Connectors.PostgreSql;

using Akka.Flink.Sinks;

/// <summary>Writes records to a PostgreSQL table.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// <para>Made by <see cref="PostgreSqlSink.Builder{T}"/>.</para>
/// <para><b>Output.</b> A row for each record, many in one round trip.</para>
/// <para><b>State.</b> Exactly once: the prepared transactions that wait for their checkpoint. Otherwise none: a checkpoint is complete
/// when the server has committed what was written before it.</para>
/// <para><b>Threads.</b> Records become rows on the task's thread; a thread of the writer's own talks to the server.</para>
/// <para><b>Flink.</b> <c>JdbcSink</c>; its exactly-once sink uses XA, which is the same prepared transactions in PostgreSQL.</para>
/// </remarks>
public sealed class PostgreSqlSink<T> : ISink<T>, IConfigurable, IResultLocation
{
    private readonly SinkOptions<T> _built;
    private SinkOptions<T> _options;

    internal PostgreSqlSink(SinkOptions<T> options) => _built = _options = options;

    /// <inheritdoc/>
    public string? ResultLocation => $"{_options.Target} at {_options.Server.Place}";

    /// <inheritdoc/>
    public void Configure(ISettings settings)
    {
        var configured = PostgreSqlSettings.From(settings);
        _options = _built with
        {
            TransactionIdPrefix = _built.TransactionIdPrefix is { } prefix ? configured.TransactionIdPrefix + prefix : null,
            ReportsLostTransactions = configured.ReportsLostTransactions,
        };
    }

    /// <inheritdoc/>
    public ISinkWriter<T> CreateWriter(ISinkContext context)
    {
        if (_options.TransactionIdPrefix is not null)
            throw PostgreSqlErrors.NoCommitter(_options.Target);
        return new BatchSink<T>(_options).CreateWriter(context, []);
    }

    TResult ISink<T>.Accept<TResult>(ISinkVisitor<T, TResult> visitor) =>
        visitor.Visit<PostgreSqlTransaction, long>(new BatchSink<T>(_options));
}
