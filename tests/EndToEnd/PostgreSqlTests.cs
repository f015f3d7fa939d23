namespace Akka.Flink.EndToEnd.Tests;

using Akka.Flink.EndToEnd.Tests.Support;
using Akka.Flink.Shared.Databases;
using TemporaryFolder = Akka.Flink.EndToEnd.Tests.Support.TemporaryFolder;

public sealed class PostgreSqlTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [PostgresFact]
    public async Task Each_row_is_there_once_whenever_the_process_is_killed_and_however_many_subtasks_go_on()
    {
        using var server = PostgresServer.With("max_prepared_transactions=32");
        var job = new NumbersToPostgres(_folder.Path, server) { Count = 30_000, Rate = 2_000 };

        await job.KillBeforeTheCheckpointAsync(parallelism: 3);
        await job.KillBetweenCheckpointAndCommitAsync(parallelism: 1);
        await job.KillBehindACommitAsync(parallelism: 2);
        await job.KillTheServerAsync(parallelism: 2);
        var result = await job.RunToTheEndAsync(parallelism: 3);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.True(job.PreparedBeforeTheCheckpoint > 0, "Nothing was prepared when the first process died.");
        Assert.True(job.PendingBehindTheCheckpoint > 0, "Nothing was left to be committed when the second process died.");
        Assert.Equal((30_000, 30_000, 0), (job.Rows, job.DistinctRows, job.Prepared));
        Assert.Equal(NumbersToPostgres.ExpectedLatest(30_000), job.Latest);
    }

    [PostgresFact]
    public async Task The_sample_looks_customers_up_and_writes_orders_and_totals()
    {
        using var server = PostgresServer.With("max_prepared_transactions=32");
        var database = server.NewDatabase();

        var result = await Engine.RunAsync(
            _folder.Path, "run", "OrdersToPostgreSql", "--", "--database", database, "--orders", "700", "--rate", "100000");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("sample_orders at 127.0.0.1", result.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["|200", "Ada|100", "Bob|100", "Cleo|100", "Dan|100", "Eve|100"],
            PostgresServer.Rows(
                database, "SELECT customer, count(DISTINCT id) FROM sample_orders GROUP BY customer ORDER BY customer NULLS FIRST"));
        Assert.Equal(
            ["True|7"],
            PostgresServer.Rows(
                database,
                "SELECT sum(amount) = (SELECT sum(amount) FROM sample_orders), count(*) FROM sample_totals"));
    }

    [PostgresFact]
    public async Task A_server_without_prepared_transactions_is_refused_with_what_to_set()
    {
        using var server = PostgresServer.With("max_prepared_transactions=0");
        var database = server.NewDatabase();

        var result = await Engine.RunAsync(
            _folder.Path, "run", "OrdersToPostgreSql", "-D", "parallelism.default=2", "--", "--database", database);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("allows 0 prepared transactions (max_prepared_transactions)", result.Error, StringComparison.Ordinal);
        Assert.Contains("Set max_prepared_transactions = 4 or more", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
