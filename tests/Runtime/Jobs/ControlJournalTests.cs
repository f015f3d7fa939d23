namespace Akka.Flink.Runtime.Tests.Jobs;

using Akka.Flink.Sinks;
using Microsoft.Data.Sqlite;

/// <summary>What a submission says when the control journal cannot be used.</summary>
public sealed class ControlJournalTests : IDisposable
{
    private static readonly JobId Job = new("counts-1");

    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"akka-flink-control-{Guid.NewGuid():N}");

    private string Control => Path.Combine(_directory, "control.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Says_which_event_cannot_be_read()
    {
        await RunAndStop();
        Execute("UPDATE journal SET manifest = 'X9' WHERE manifest = 'J3'");

        await using var process = RuntimeProcess.In(_directory);
        var error = await Assert.ThrowsAsync<JobException>(() => Submit(process));

        Assert.Contains("The control journal failed while it was read", error.Message);
        Assert.Contains("an event of kind 'X9'", error.Message);
    }

    [Fact]
    public async Task Says_that_the_database_is_damaged()
    {
        await RunAndStop();
        Execute("DROP TABLE journal");
        Execute("CREATE TABLE journal (other TEXT)");

        await using var process = RuntimeProcess.In(_directory);
        var error = await Assert.ThrowsAsync<JobException>(() => Submit(process));

        Assert.Contains("The control journal failed while it was read", error.Message);
    }

    [Fact]
    public async Task Refuses_the_databases_of_another_cluster()
    {
        await RunAndStop();

        var error = Assert.Throws<StorageException>(() => EmbeddedStorage.Open(_directory, "another"));

        Assert.Contains("belongs to cluster", error.Message);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Fails_a_running_job_when_nothing_can_be_written_any_more_and_resumes_it_later()
    {
        await using (var process = RuntimeProcess.In(_directory, new JobManagerSettings { MaxBackoff = TimeSpan.FromMilliseconds(300) }))
        {
            var client = await Submit(process);
            await new JobLog(client).Until<CheckpointDone>(_ => true);

            Execute("ALTER TABLE journal RENAME TO hidden");
            var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);

            Assert.Equal(JobStatus.Failed, outcome.Status);
            Assert.Contains("The control journal failed", outcome.Failure!.Message);
        }

        Execute("DROP TABLE IF EXISTS journal; ALTER TABLE hidden RENAME TO journal");
        await using var again = RuntimeProcess.In(_directory);
        var began = await new JobLog(await Submit(again)).Until<AttemptBegan>(_ => true);
        Assert.NotNull(began.RestoredFrom);
    }

    [Fact]
    public async Task Keeps_the_journal_short()
    {
        var settings = new JobManagerSettings { CompactAfter = 10 };
        await using (var process = RuntimeProcess.In(_directory, settings))
        {
            var client = await Submit(process);
            await new JobLog(client).Until<CheckpointDone>(done => done.Checkpoint.Number > 30);
            client.Stop();
            await client.Completion.WaitAsync(RuntimeProcess.Patience);
        }

        Assert.InRange(Count("SELECT COUNT(*) FROM journal WHERE deleted = 0 AND persistence_id = 'job-manager'"), 1, 25);
        await using var again = RuntimeProcess.In(_directory, settings);
        var began = await new JobLog(await Submit(again)).Until<AttemptBegan>(_ => true);
        Assert.True(began.RestoredFrom!.Value.Number > 30);
    }

    private static Task<IJobClient> Submit(RuntimeProcess process) => process.Runtime.SubmitAsync(new JobSubmission(
        Job, TestJobs.Counts(100_000, new Gate(), new CollectSink<(long, long)>()), TestJobs.Settings));

    private async Task RunAndStop()
    {
        await using var process = RuntimeProcess.In(_directory);
        var client = await Submit(process);
        await new JobLog(client).Until<CheckpointDone>(_ => true);
        client.Stop();
        await client.Completion.WaitAsync(RuntimeProcess.Patience);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Control};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private long Count(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Control};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
