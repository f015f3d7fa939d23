namespace Akka.Flink.Connectors.PostgreSql;

using Akka.Flink.Sinks;
using Npgsql;

/// <summary>Inserts each batch in a transaction of its own.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="context">Where it runs.</param>
/// <param name="options">What the sink was built with.</param>
internal sealed class InsertSession<T>(ISinkContext context, SinkOptions<T> options) : RetryingSession<T>(context, options)
{
    private RowCopy<T> _rows = null!;

    protected override string ApplicationName => $"akka-flink {Context.OperatorName}";

    protected override void Start(NpgsqlConnection connection) =>
        _rows = new RowCopy<T>(Where, Options, FindTable(connection), stage: null);

    protected override void WriteOnce(NpgsqlConnection connection, RowBatch<T> batch) => _rows.Run(connection, batch);
}
