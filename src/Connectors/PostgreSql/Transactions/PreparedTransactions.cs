namespace Akka.Flink.Connectors.PostgreSql;

using Npgsql;

/// <summary>Finds and ends prepared transactions.</summary>
internal static class PreparedTransactions
{
    /// <summary>Those of a sink that a subtask answers for: its own, and those of subtasks that are gone since the parallelism was
    /// lowered.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="beginning">What names of the sink begin with.</param>
    /// <param name="subtask">The subtask.</param>
    /// <param name="parallelism">How many subtasks there are.</param>
    public static List<(string Gid, TransactionOwner Owner)> Find(
        NpgsqlConnection connection, string beginning, int subtask, int parallelism)
    {
        const string sql =
            "SELECT gid FROM pg_prepared_xacts WHERE database = current_database() AND starts_with(gid, $1) ORDER BY prepared, gid";
        var found = new List<(string, TransactionOwner)>();
        foreach (var gid in connection.Rows(sql, row => row.GetString(0), beginning))
        {
            if (TransactionNames.OwnerOf(beginning, gid) is { } owner && owner.Subtask % parallelism == subtask)
                found.Add((gid, owner));
        }

        return found;
    }

    /// <summary>Commits one.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="gid">Its name.</param>
    /// <returns>Whether it was there.</returns>
    public static bool Commit(NpgsqlConnection connection, string gid) => End(connection, "COMMIT", gid);

    /// <summary>Rolls one back.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="gid">Its name.</param>
    /// <returns>Whether it was there.</returns>
    public static bool RollBack(NpgsqlConnection connection, string gid) => End(connection, "ROLLBACK", gid);

    private static bool End(NpgsqlConnection connection, string how, string gid)
    {
        try
        {
            connection.Execute($"{how} PREPARED '{gid.Replace("'", "''", StringComparison.Ordinal)}'");
            return true;
        }
        catch (PostgresException cause) when (cause.SqlState == PostgresErrorCodes.UndefinedObject)
        {
            return false;
        }
    }
}
