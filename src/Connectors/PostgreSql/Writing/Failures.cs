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
            PostgresErrorCodes.UniqueViolation => PostgreSqlErrors.RowTwice(where, table, refused.Detail ?? refused.MessageText, refused),
            PostgresErrorCodes.InvalidColumnReference => PostgreSqlErrors.NoUniqueKey(where, table, refused),
            _ when refused.SqlState[..2] is "22" or "23" => PostgreSqlErrors.RowRefused(where, table, Row(refused), refused),
            _ when refused.SqlState[..2] is "42" => PostgreSqlErrors.StatementRefused(where, server.Place, refused),
            _ => PostgreSqlErrors.Failed(where, server.Place, refused),
        };
    }

    // What the server says of the row: the column or constraint, what stands in it, and its place in the batch.
    private static string Row(PostgresException refused)
    {
        var parts = new List<string>(3);
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
