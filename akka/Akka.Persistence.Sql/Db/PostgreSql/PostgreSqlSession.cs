namespace Akka.Persistence.Sql.Db.PostgreSql;

using System.Data;
using Npgsql;
using NpgsqlTypes;

/// <summary>One connection to PostgreSQL, for one thread, with its prepared commands.</summary>
internal sealed class PostgreSqlSession(NpgsqlDataSource source) : IDisposable
{
    /// <summary>Nodes that start together create the tables one after the other; the number only has to be the same for all.</summary>
    private const long SchemaLock = 0x616b6b612e73716c;

    private readonly NpgsqlConnection _connection = source.OpenConnection();
    private readonly List<NpgsqlCommand> _commands = [];

    public bool IsUsable => _connection.FullState == ConnectionState.Open;

    public bool IsAlive()
    {
        if (!IsUsable)
            return false;

        try
        {
            using var command = new NpgsqlCommand("SELECT 1", _connection);
            command.ExecuteScalar();
            return true;
        }
        catch (Exception cause) when (cause is NpgsqlException or InvalidOperationException)
        {
            // The latter when the driver found it broken in the meantime.
            return false;
        }
    }

    /// <summary>A command that lives as long as the session.</summary>
    public NpgsqlCommand Command(string sql)
    {
        var command = new NpgsqlCommand(sql, _connection);
        _commands.Add(command);
        return command;
    }

    /// <summary>Prepares a command whose parameters are of these types, $1 first.</summary>
    public NpgsqlCommand Prepare(string sql, params ReadOnlySpan<NpgsqlDbType> types)
    {
        var command = Command(sql);
        foreach (var type in types)
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type });
        command.Prepare();
        return command;
    }

    /// <summary>Runs a statement with the parameters $1 and $2, and returns its first value.</summary>
    public object Once(string sql, string text, long number)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = number });
        return command.ExecuteScalar();
    }

    /// <summary>A single statement is a transaction already; an isolation level needs an explicit one, with its round trips.</summary>
    public TResult Run<TState, TResult>(IsolationLevel isolation, TState state, Func<TState, TResult> work) =>
        isolation == IsolationLevel.Unspecified ? work(state) : Transact(isolation, state, work);

    /// <summary>Runs <paramref name="work"/> in a transaction; without an isolation level the server's default holds.</summary>
    public TResult Transact<TState, TResult>(IsolationLevel isolation, TState state, Func<TState, TResult> work)
    {
        using var transaction = _connection.BeginTransaction(isolation);
        var result = work(state);
        transaction.Commit();
        return result;
    }

    public void CreateTables(string script)
    {
        using var transaction = _connection.BeginTransaction();
        using var command = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({SchemaLock}); {script}", _connection);
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    public void Dispose()
    {
        foreach (var command in _commands)
            command.Dispose();
        _connection.Dispose();
    }
}
