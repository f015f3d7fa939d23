namespace Akka.Flink.Runtime.Tests.Savepoints;

using Akka.Flink.Runtime.Tests.Jobs;
using Akka.Flink.Sinks;

/// <summary>Savepoints of real jobs: taken while they run, with their end, and begun from.</summary>
[Trait("rule", "K11")]
public sealed class SavepointJobTests : IDisposable
{
    private static readonly JobId Job = new("counts-1");
    private static readonly JobId Other = new("counts-2");

    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"akka-flink-saved-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }

    private string Savepoint => Path.Combine(_directory, "savepoints", "one");

    [Fact]
    public async Task A_job_that_was_stopped_with_a_savepoint_goes_on_from_it_as_another_job_at_other_parallelisms_and_from_another_place()
    {
        var sink = new CollectSink<(long, long)>();
        await StopWithSavepoint(Job, TestJobs.Counts(3_000, new Gate(), sink), null, Savepoint);
        var moved = Path.Combine(_directory, "moved");
        Directory.Move(Savepoint, moved);
        var again = Path.Combine(_directory, "again");

        await StopWithSavepoint(Other, TestJobs.Counts(3_000, new Gate(sink.Values.Count), sink, 7), moved, again);
        Directory.Delete(moved, recursive: true);
        var gate = new Gate();
        gate.Open();
        var outcome = await RunToItsEnd(new JobId("counts-3"), TestJobs.Counts(3_000, gate, sink, 3), again);

        Assert.True(outcome.Status == JobStatus.Finished, $"{outcome.Failure}");
        Assert.Equal(3_000, sink.Values.Count);   // a clean stop repeats nothing
        Assert.Equal(10, Last(sink).Count);
        Assert.All(Last(sink), count => Assert.Equal(300, count.Value));
    }

    [Fact]
    public async Task A_savepoint_is_taken_while_the_job_goes_on_and_its_checkpoints_stay_incremental()
    {
        await using var process = RuntimeProcess.In(Path.Combine(_directory, "a"));
        var gate = new Gate();
        var sink = new CollectSink<(long, long)>();
        var client = await process.Runtime.SubmitAsync(new JobSubmission(Job, TestJobs.Counts(2_000, gate, sink, 2), TestJobs.Settings));
        var log = new JobLog(client);
        await log.Until<CheckpointDone>(_ => true);

        client.TakeSavepoint(Savepoint);
        var done = await log.Until<SavepointDone>(_ => true);
        gate.Open();
        var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);

        Assert.Equal(JobStatus.Finished, outcome.Status);
        Assert.Equal(2_000, sink.Values.Count);
        var manifest = SavepointDirectory.Read(Savepoint);
        Assert.Equal((Job, "counts"), (manifest.Job, manifest.Name));
        Assert.Equal(["numbers", "digits", "counts", "sink"], manifest.Operators.Select(each => each.Uid));
        Assert.Equal(2, manifest.Operators[2].Parts.Count);
        Assert.Equal(done.Bytes, Directory.EnumerateFiles(Savepoint).Sum(file => new FileInfo(file).Length));
        Assert.DoesNotContain(_directory, File.ReadAllText(Path.Combine(Savepoint, SavepointDirectory.ManifestName)));
    }

    [Fact]
    public async Task The_same_command_goes_on_with_what_began_from_a_savepoint_and_only_a_restart_begins_from_it_again()
    {
        var sink = new CollectSink<(long, long)>();
        await StopWithSavepoint(Job, TestJobs.Counts(3_000, new Gate(), sink), null, Savepoint);
        var atSavepoint = sink.Values.Count;

        await StopWithSavepoint(Other, TestJobs.Counts(3_000, new Gate(atSavepoint + 50), sink), Savepoint, null);
        var later = sink.Values.Count;
        await StopWithSavepoint(Other, TestJobs.Counts(3_000, new Gate(later), sink), Savepoint, null);
        var latest = sink.Values.Count;
        var anew = new CollectSink<(long, long)>();
        var gate = new Gate();
        gate.Open();
        var outcome = await RunToItsEnd(Other, TestJobs.Counts(3_000, gate, anew), Savepoint, restart: true);

        Assert.True(latest >= later && later > atSavepoint);
        Assert.Equal(latest, sink.Values.Distinct().Count());   // nothing was counted twice
        Assert.Equal((JobStatus.Finished, 3_000 - atSavepoint), (outcome.Status, anew.Values.Count));
    }

    [Fact]
    public async Task A_drained_job_sends_the_largest_watermark_commits_and_has_finished()
    {
        await using var process = RuntimeProcess.In(Path.Combine(_directory, "a"));
        var sink = new CollectSink<(long, long)>();
        var client = await process.Runtime.SubmitAsync(
            new JobSubmission(Job, TestJobs.Counts(100_000, new Gate(), sink, 2), TestJobs.Settings));
        var log = new JobLog(client);
        await log.Until<CheckpointDone>(_ => true);

        client.StopWith(Savepoint, drain: true);
        var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);

        Assert.Equal(JobStatus.Finished, outcome.Status);
        Assert.Equal(CheckpointKind.Final, log.Of<CheckpointDone>().Last().Kind);
        Assert.Equal($"It ended with savepoint '{Savepoint}'.", log.Of<StatusChanged>().Last().Reason);
        Assert.All(outcome.Tasks.SelectMany(task => task.Operators), each => Assert.Equal(long.MaxValue, each.WatermarkMs));
        var manifest = SavepointDirectory.Read(Savepoint);
        Assert.Contains(manifest.Operators, each => each.Uid == "counts" && each.Parts.Any(part => part.Keyed is not null));
    }

    [Fact]
    public async Task A_savepoint_that_cannot_be_written_leaves_the_job_running_and_no_directory_behind()
    {
        await using var process = RuntimeProcess.In(Path.Combine(_directory, "a"));
        var gate = new Gate();
        var sink = new CollectSink<(long, long)>();
        var client = await process.Runtime.SubmitAsync(new JobSubmission(Job, TestJobs.Counts(2_000, gate, sink), TestJobs.Settings));
        var log = new JobLog(client);
        await log.Until<CheckpointDone>(_ => true);
        var file = Path.Combine(_directory, "file");
        await File.WriteAllTextAsync(file, "");

        client.StopWith(Path.Combine(file, "one"), drain: false);
        var failed = await log.Until<SavepointFailed>(_ => true);
        gate.Open();
        var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);

        Assert.Contains("could not be made", failed.Reason);
        Assert.Equal((JobStatus.Finished, 2_000), (outcome.Status, sink.Values.Count));
    }

    private async Task<JobOutcome> RunToItsEnd(JobId job, Operators.JobGraph graph, string? from, bool restart = false)
    {
        await using var process = RuntimeProcess.In(Path.Combine(_directory, job.Value));
        var client = await process.Runtime.SubmitAsync(Submission(job, graph, from, restart));
        return await client.Completion.WaitAsync(RuntimeProcess.Patience);
    }

    private async Task StopWithSavepoint(JobId job, Operators.JobGraph graph, string? from, string? to)
    {
        await using var process = RuntimeProcess.In(Path.Combine(_directory, job.Value));
        var client = await process.Runtime.SubmitAsync(Submission(job, graph, from));
        var log = new JobLog(client);
        var first = await log.Until<CheckpointDone>(_ => true);
        await log.Until<CheckpointDone>(done => done.Checkpoint.Number > first.Checkpoint.Number + 1);

        client.StopWith(to, drain: false);
        var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);

        Assert.True(outcome.Status == JobStatus.Suspended, $"{outcome.Failure}");
    }

    private static JobSubmission Submission(JobId job, Operators.JobGraph graph, string? from, bool restart = false) =>
        new(job, graph, TestJobs.Settings, restart)
        {
            Savepoint = from is null ? null : SavepointDirectory.Open(from, allowsUnclaimed: false),
        };

    private static Dictionary<long, long> Last(CollectSink<(long Digit, long Count)> sink) =>
        sink.Values.GroupBy(each => each.Digit).ToDictionary(group => group.Key, group => group.Max(each => each.Count));
}
