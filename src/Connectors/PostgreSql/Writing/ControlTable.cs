namespace Akka.Flink.Connectors.PostgreSql;

using Npgsql;

/// <summary>Makes the tables that sinks keep for themselves.</summary>
internal static class ControlTable
{
    // Any number that nobody else locks.
    private const long Lock = 0x616b_6b61_666c_6b01;

    /// <summary>Makes a table if it is not there.</summary>
    /// <param name="connection">Where; no transaction may be open.</param>
    /// <param name="where">The sink and subtask, for messages.</param>
    /// <param name="schema">Its schema; null for the first of the user's path.</param>
    /// <param name="table">Its name.</param>
    /// <param name="columns">Its columns, as SQL has them.</param>
    /// <returns>Its name, quoted.</returns>
    public static string Ensure(NpgsqlConnection connection, string where, string? schema, string table, string columns)
    {
        schema ??= connection.Ask("SELECT current_schema()::text") as string ?? "public";
        var name = $"{schema.Quoted()}.{table.Quoted()}";
        if (connection.Ask("SELECT to_regclass($1)::text", name) is not null)
            return name;

        var statement = $"CREATE TABLE IF NOT EXISTS {name} ({columns})";
        try
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute("SELECT pg_advisory_xact_lock($1)", Lock);   // other subtasks make it, too
            connection.Execute(statement);
            transaction.Commit();
            return name;
        }
        catch (PostgresException cause) when (cause.SqlState is PostgresErrorCodes.InsufficientPrivilege
            or PostgresErrorCodes.InvalidSchemaName)
        {
            throw PostgreSqlErrors.ControlTableRefused(where, name, statement, cause);
        }
    }
}
