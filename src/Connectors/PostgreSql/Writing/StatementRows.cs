namespace Akka.Flink.Connectors.PostgreSql;

using System.Globalization;
using Npgsql;

/// <summary>Sends rows with a statement for each: one round trip for all.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="where">The sink and subtask, for messages.</param>
/// <param name="target">What it writes to, for messages.</param>
internal sealed class StatementRows<T>(string where, string target) : IRows<T>
{
    public void Run(NpgsqlConnection connection, RowBatch<T> batch)
    {
        var statements = (StatementBatch<T>)batch;
        try
        {
            statements.Run(connection);
        }
        catch (PostgresException cause) when (Failures.IsOfRow(cause))
        {
            var timestampMs = batch.TimestampOf(statements.RowOf(cause.BatchCommand));
            throw Failures.ExplainRow(where, target, cause, string.Create(CultureInfo.InvariantCulture, $"timestamp {timestampMs}"));
        }
        catch (InvalidCastException cause)
        {
            throw PostgreSqlErrors.ParameterRefused(where, target, cause);
        }
    }
}
