namespace Akka.Flink.Connectors.PostgreSql;

using System.Globalization;
using Npgsql;

/// <summary>Sends rows with COPY: one round trip for all.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="where">The sink and subtask, for messages.</param>
/// <param name="options">What the sink was built with.</param>
/// <param name="table">Where the rows belong.</param>
/// <param name="stage">Where they go with their numbers, to be merged into the table; null for into the table itself.</param>
internal sealed class RowCopy<T>(string where, SinkOptions<T> options, TargetTable table, string? stage)
{
    private readonly string _command =
        $"COPY {stage ?? table.Name} ({(stage is null ? "" : $"{UpsertSession<T>.Ordinal}, {UpsertSession<T>.Deleted}, ")}" +
        $"{string.Join(", ", options.Columns.Select(column => column.Name.Quoted()))}) FROM STDIN (FORMAT binary)";

    /// <summary>Sends rows.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="batch">The rows.</param>
    public void Run(NpgsqlConnection connection, RowBatch<T> batch)
    {
        using var importer = connection.BeginBinaryImport(_command);
        batch.CopyTo(importer, table.Types, stage is not null, (row, column, cause) => Refused(batch, row, column, cause));
        importer.Complete();
    }

    private JobException Refused(RowBatch<T> batch, int row, int column, Exception cause)
    {
        var keys = options.Keys.Length > 0 ? options.Keys : [options.Columns[0].Name];
        var key = string.Join(", ", keys.Select(name => batch.Describe(row, name)));
        return PostgreSqlErrors.ValueRefused(
            where, table.Name, options.Columns[column].Name, table.Types[column], options.Columns[column].ValueType,
            string.Create(CultureInfo.InvariantCulture, $"{key}, timestamp {batch.TimestampOf(row)}"), cause);
    }
}
