namespace Akka.Flink.Connectors.PostgreSql;

using Npgsql;

/// <summary>Rows as a statement each, with its parameters.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="size">How many there may be.</param>
/// <param name="sql">The statement.</param>
/// <param name="bind">Sets the parameters of a record.</param>
internal sealed class StatementBatch<T>(int size, string sql, Action<StatementParameters, T> bind) : RowBatch<T>(size)
{
    private readonly List<NpgsqlBatchCommand> _commands = [];   // used again and again, as are their parameters
    private readonly StatementParameters _parameters = new();

    public override string Doing => "the function that sets the parameters";

    /// <summary>Sends all statements in one round trip.</summary>
    /// <param name="connection">Where.</param>
    public void Run(NpgsqlConnection connection)
    {
        using var batch = new NpgsqlBatch(connection);
        for (var row = 0; row < Count; row++)
            batch.BatchCommands.Add(_commands[row]);
        batch.ExecuteNonQuery();
    }

    /// <summary>The row of a statement; the first where there is none.</summary>
    /// <param name="command">The statement.</param>
    public int RowOf(NpgsqlBatchCommand? command) => command is null ? 0 : Math.Max(0, _commands.IndexOf(command));

    protected override void Set(int row, T record)
    {
        if (row == _commands.Count)
            _commands.Add(new NpgsqlBatchCommand(sql));
        _parameters.Begin(_commands[row].Parameters);
        bind(_parameters, record);
        _parameters.End();
    }
}
