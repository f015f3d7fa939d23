namespace Akka.Flink.Connectors.PostgreSql;

using Akka.Flink.Sinks;
using Npgsql;

/// <summary>Commits prepared transactions when their checkpoint is complete, over a connection of its own.</summary>
/// <param name="context">Where it runs.</param>
/// <param name="server">The database.</param>
/// <param name="schema">Where the proofs are; null for the first schema of the user's path.</param>
/// <param name="reportsLost">Whether the job goes on when a transaction is lost.</param>
/// <remarks><para><b>Threads.</b> The task's.</para></remarks>
internal sealed class TransactionCommitter(ISinkContext context, Server server, string? schema, bool reportsLost)
    : ICommitter<PostgreSqlTransaction>
{
    private const int MostTries = 3;
    private const int CommitsBetweenPrunings = 32;

    private readonly string _where = SinkPlaces.Of(context);
    private readonly Counter _committed = context.Counter("transactionsCommitted");
    private readonly Counter _lost = context.Counter("transactionsLost");
    private NpgsqlConnection? _connection;
    private CommitMarkers? _markers;
    private int _sinceLastPruning;

    public void Commit(IReadOnlyList<PostgreSqlTransaction> committables)
    {
        foreach (var transaction in committables)
        {
            if (transaction.Subtask % context.Parallelism == context.SubtaskIndex)
                Commit(transaction);
        }
    }

    public void Close() => Disconnect();

    private void Commit(PostgreSqlTransaction transaction)
    {
        if (!IsCommitted(transaction))
        {
            Lose(transaction);
            return;
        }

        _committed.Inc();
    }

    private bool IsCommitted(PostgreSqlTransaction transaction)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return TryCommit(Connected(), transaction);
            }
            catch (Exception cause) when (cause is NpgsqlException or IOException)
            {
                Disconnect();
                if (tries == MostTries || !Failures.MayPass(cause))
                    throw Failures.Explain(_where, server, transaction.Table, cause);
            }
        }
    }

    private bool TryCommit(NpgsqlConnection connection, PostgreSqlTransaction transaction)
    {
        if (!PreparedTransactions.Commit(connection, transaction.Gid))
            return _markers!.Prove(connection, transaction);

        if (++_sinceLastPruning == CommitsBetweenPrunings)
        {
            _sinceLastPruning = 0;
            _markers!.Prune(connection, transaction);
        }

        return true;
    }

    private NpgsqlConnection Connected()
    {
        if (_connection is { } connected)
            return connected;

        _connection = server.Open($"akka-flink commits of {context.OperatorName}");
        _markers = CommitMarkers.Open(_connection, _where, schema);
        return _connection;
    }

    private void Disconnect()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private void Lose(PostgreSqlTransaction transaction)
    {
        _lost.Inc();
        var loss = PostgreSqlErrors.TransactionLost(_where, server.Place, transaction);
        if (!reportsLost)
            throw loss;
        context.Report(loss.Message);
    }
}
