namespace Akka.Flink.Runtime.Tests.Savepoints;

using Akka.Flink.Operators;
using Akka.Flink.Runtime.Tests.Jobs;

/// <summary>Runs of jobs that begin from savepoints and end with them, each job in a folder of its own.</summary>
internal sealed class SavedRuns : IDisposable
{
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"akka-flink-saved-{Guid.NewGuid():N}");

    public string Savepoint => Path.Combine(Folder, "savepoints", "one");

    /// <summary>Whether jobs run on what a cluster shares: state in files, not in a journal.</summary>
    public bool IsOnFiles { get; set; }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Runs a job to its end.</summary>
    public async Task<JobOutcome> RunAsync(JobId job, JobGraph graph, string? from, bool restart = false, bool allowsUnclaimed = false)
    {
        await using var process = await StartAsync(job);
        var client = await process.Runtime.SubmitAsync(Submission(job, graph, from, restart, allowsUnclaimed));
        return await client.Completion.WaitAsync(RuntimeProcess.Patience);
    }

    /// <summary>Stops a job after some checkpoints, with a savepoint or without.</summary>
    public async Task StopAsync(JobId job, JobGraph graph, string? from, string? to)
    {
        await using var process = await StartAsync(job);
        var client = await process.Runtime.SubmitAsync(Submission(job, graph, from));
        var log = new JobLog(client);
        var first = await log.Until<CheckpointDone>(_ => true);
        await log.Until<CheckpointDone>(done => done.Checkpoint.Number > first.Checkpoint.Number + 1);

        client.StopWith(to, drain: false);
        var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);

        Assert.True(outcome.Status == JobStatus.Suspended, $"{outcome.Failure}");
    }

    private async Task<RuntimeProcess> StartAsync(JobId job)
    {
        var folder = Path.Combine(Folder, job.Value);
        if (!IsOnFiles)
            return RuntimeProcess.In(folder);

        var settings = new ClusterStorageSettings(null, folder, ControlDatabaseKind.Sqlite, "", TimeSpan.FromSeconds(60));
        return RuntimeProcess.On(await ClusterStorage.OpenAsync(settings, TimeProvider.System, CancellationToken.None));
    }

    private static JobSubmission Submission(
        JobId job, JobGraph graph, string? from, bool restart = false, bool allowsUnclaimed = false) =>
        new(job, graph, TestJobs.Settings, restart)
        {
            Savepoint = from is null ? null : SavepointDirectory.Open(from, allowsUnclaimed),
        };
}
