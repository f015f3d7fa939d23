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
        var job = new NumbersToPostgres(_folder.Path, server) { Count = 20_000, Rate = 2_000 };

        await job.KillBeforeTheCheckpointAsync(parallelism: 3);
        await job.KillBetweenCheckpointAndCommitAsync(parallelism: 1);
        await job.KillBehindACommitAsync(parallelism: 2);
        await job.KillTheServerAsync(parallelism: 2);
        var result = await job.RunToTheEndAsync(parallelism: 3);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.True(job.PreparedBeforeTheCheckpoint > 0, "Nothing was prepared when the first process died.");
        Assert.True(job.PendingBehindTheCheckpoint > 0, "Nothing was left to be committed when the second process died.");
        Assert.Equal((20_000, 20_000, 0), (job.Rows, job.DistinctRows, job.Prepared));
        Assert.Equal(NumbersToPostgres.ExpectedLatest(20_000), job.Latest);
    }

    public void Dispose() => _folder.Dispose();
}
