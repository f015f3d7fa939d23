namespace Akka.Flink.Connectors.PostgreSql;

using System.Net.Sockets;
using Npgsql;

/// <summary>Says what a failure of the server means.</summary>
internal static class Failures
{
    /// <summary>Whether the same may work a moment later.</summary>
    /// <param name="cause">The failure.</param>
    public static bool MayPass(Exception cause) => cause is PostgresException refused
        ? refused.IsTransient || refused.SqlState[..2] is "08" or "53" or "57" || refused.SqlState is "55P03" or "55000"
        : cause is NpgsqlException or IOException;

    /// <summary>An error with what happened, where, and what to do.</summary>
    /// <param name="where">The sink or function and subtask.</param>
    /// <param name="server">The database.</param>
    /// <param name="table">The table.</param>
    /// <param name="cause">The failure.</param>
    public static JobException Explain(string where, Server server, string table, Exception cause)
    {
        if (cause is not PostgresException refused)
        {
            return cause.GetBaseException() is SocketException
                ? PostgreSqlErrors.Unreachable(where, server.Place, cause)
                : PostgreSqlErrors.ConnectionLost(where, server.Place, cause);
        }

        if (MayPass(cause))
            return PostgreSqlErrors.Passing(where, server.Place, refused);
        return refused.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                PostgreSqlErrors.NotAuthenticated(where, server.Place, refused),
            PostgresErrorCodes.InvalidCatalogName => PostgreSqlErrors.DatabaseMissing(where, server.Place, refused),
            PostgresErrorCodes.InsufficientPrivilege => PostgreSqlErrors.NotAllowed(where, server.Place, refused),
            PostgresErrorCodes.InvalidColumnReference => PostgreSqlErrors.NoUniqueKey(where, table, refused),
            _ when IsOfRow(refused) => ExplainRow(where, table, refused, null),
            _ when refused.SqlState[..2] is "42" => PostgreSqlErrors.StatementRefused(where, server.Place, refused),
            _ => PostgreSqlErrors.Failed(where, server.Place, refused),
        };
    }

    /// <summary>Whether it is a row that the server refuses.</summary>
    /// <param name="refused">What it says.</param>
    public static bool IsOfRow(PostgresException refused) => refused.SqlState[..2] is "22" or "23";

    /// <summary>An error that names the row.</summary>
    /// <param name="where">The sink and subtask.</param>
    /// <param name="table">The table.</param>
    /// <param name="refused">What the server says.</param>
    /// <param name="record">Which record it is; null where the server says that.</param>
    public static JobException ExplainRow(string where, string table, PostgresException refused, string? record) =>
        refused.SqlState == PostgresErrorCodes.UniqueViolation
            ? PostgreSqlErrors.RowTwice(where, table, Row(refused, record), refused)
            : PostgreSqlErrors.RowRefused(where, table, Row(refused, record), refused);

    // What the server says of the row: the column or constraint, what stands in it, and its place in the batch.
    private static string Row(PostgresException refused, string? record)
    {
        var parts = new List<string>(5);
        if (record is not null)
            parts.Add(record);
        if (refused.ColumnName is { } column)
            parts.Add($"column '{column}'");
        if (refused.ConstraintName is { } constraint)
            parts.Add($"constraint '{constraint}'");
        if (refused.Detail is { } detail)
            parts.Add(detail.TrimEnd('.'));
        if (refused.Where is { } place)
            parts.Add(place.Split('\n')[0].TrimEnd('.'));
        return parts.Count > 0 ? string.Join("; ", parts) : "the server says no more";
    }
}
