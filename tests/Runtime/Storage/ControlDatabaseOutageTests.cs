namespace Akka.Flink.Runtime.Tests.Storage;

using System.Diagnostics;
using Akka.Flink.Runtime.Tests.Jobs;
using Akka.Flink.Runtime.Tests.Storage.Support;
using Akka.Flink.Sinks;
using Microsoft.Data.Sqlite;

/// <summary>Jobs whose control database is away for a while.</summary>
[Collection("PostgreSQL, away")]
public sealed class ControlDatabaseOutageTests : IDisposable
{
    private static readonly JobId Job = new("counts-1");
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongerThanSqliteWaits = TimeSpan.FromSeconds(12);

    private static readonly JobSettings Settings = TestJobs.Settings with
    {
        RestartStrategy = new RestartStrategySettings
        {
            Kind = RestartStrategyKind.FixedDelay, Attempts = int.MaxValue, Delay = TimeSpan.FromMilliseconds(100),
        },
    };

    // Whoever waits for a job in the manager's process gives it up after five failures in a row.
    private static readonly JobManagerSettings Manager = new() { MinBackoff = TimeSpan.FromSeconds(2) };

    private readonly StorageFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PostgresFact]
    public async Task A_job_manager_goes_on_when_PostgreSQL_was_stopped_and_is_back()
    {
        using var server = new PostgresServer();

        await CountAsync(ControlDatabaseKind.PostgreSql, server.NewDatabase(), async () =>
        {
            server.Stop();
            await WaitUntilOver(Away);
            server.Start();
        });
    }

    [PostgresFact]
    public async Task A_job_manager_goes_on_when_PostgreSQL_was_killed_and_is_back()
    {
        using var server = new PostgresServer();

        await CountAsync(ControlDatabaseKind.PostgreSql, server.NewDatabase(), async () =>
        {
            server.Crash();
            await WaitUntilOver(Away);
            server.Start();
        });
    }

    [PostgresFact]
    public async Task A_node_that_starts_before_PostgreSQL_waits_for_it()
    {
        using var server = new PostgresServer();
        var database = server.NewDatabase();
        server.Stop();

        var opening = OpenAsync(ControlDatabaseKind.PostgreSql, database);
        await WaitUntilOver(Away);
        Assert.False(opening.IsCompleted);
        server.Start();

        (await opening.WaitAsync(RuntimeProcess.Patience)).Dispose();
    }

    [Fact]
    public async Task A_job_manager_goes_on_when_somebody_has_locked_SQLite_for_longer_than_it_waits() =>
        await CountAsync(ControlDatabaseKind.Sqlite, "", async () =>
        {
            await using var connection = new SqliteConnection($"Data Source={_folder.File("control.db")};Pooling=False");
            connection.Open();
            await using var transaction = connection.BeginTransaction(deferred: false);
            await WaitUntilOver(LongerThanSqliteWaits);
        });

    /// <summary>Counts in a job while the database is away; each number must have counted once at the end.</summary>
    private async Task CountAsync(ControlDatabaseKind kind, string connectionString, Func<Task> beAway)
    {
        await using var process = RuntimeProcess.On(await OpenAsync(kind, connectionString), Manager);
        var (sink, gate) = (new CollectSink<(long Digit, long Count)>(), new Gate(500));
        var client = await process.Runtime.SubmitAsync(new JobSubmission(Job, TestJobs.Counts(1_000, gate, sink, 2), Settings));
        var log = new JobLog(client);
        await log.Until<CheckpointDone>(_ => true);

        await beAway();

        var known = log.Of<CheckpointDone>().Count();
        await log.Until<CheckpointDone>(_ => log.Of<CheckpointDone>().Count() > known);
        gate.Open();
        var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);
        Assert.Equal(JobStatus.Finished, outcome.Status);
        Assert.All(sink.Values.GroupBy(each => each.Digit), counts => Assert.Equal(100, counts.Max(each => each.Count)));
    }

    /// <summary>For how long it is away is what is tested.</summary>
    private static async Task WaitUntilOver(TimeSpan time)
    {
        var begin = Stopwatch.StartNew();
        while (begin.Elapsed < time)
            await Task.Delay(50);
    }

    private Task<ClusterStorage> OpenAsync(ControlDatabaseKind kind, string connectionString) => ClusterStorage.OpenAsync(
        new ClusterStorageSettings(null, _folder.Path, kind, connectionString, TimeSpan.FromMinutes(1)),
        TimeProvider.System, CancellationToken.None);
}
