namespace Akka.Flink.Runtime.Tests.Jobs;

using Akka.Flink.Sinks;

/// <summary>Jobs on real actors, journals and tasks.</summary>
public sealed class JobRuntimeTests : IDisposable
{
    private static readonly JobId Job = new("counts-1");

    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"akka-flink-jobs-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Runs_a_job_to_its_end_and_says_what_happens_in_order()
    {
        await using var process = RuntimeProcess.In(_directory);
        var sink = new CollectSink<(long, long)>();
        var gate = new Gate();

        var client = await process.Runtime.SubmitAsync(new JobSubmission(Job, TestJobs.Counts(200, gate, sink, 2), TestJobs.Settings));
        var log = new JobLog(client);
        await log.Until<CheckpointDone>(done => done.Kind == CheckpointKind.Periodic);
        gate.Open();
        var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);

        Assert.Equal(JobStatus.Finished, outcome.Status);
        Assert.Equal(200, sink.Values.Count);
        Assert.All(Last(sink), count => Assert.Equal(20, count.Value));
        var done = log.Of<CheckpointDone>().ToList();
        Assert.Equal(CheckpointKind.Final, done[^1].Kind);
        Assert.Equal(done.Select(each => each.Checkpoint.Number).Order(), done.Select(each => each.Checkpoint.Number));
        Assert.Equal(done[^1].Checkpoint, outcome.LastCheckpoint);
        Assert.Equal(JobStatus.Finished, log.Of<StatusChanged>().Last().Status);
        Assert.Contains(outcome.Tasks.SelectMany(task => task.Operators), each => each.Uid == "sink" && each.RecordsIn > 0);
    }

    [Fact]
    public async Task Stops_with_a_checkpoint_and_resumes_there_at_another_parallelism()
    {
        var sink = new CollectSink<(long, long)>();
        CheckpointId stoppedAt;
        await using (var process = RuntimeProcess.In(_directory))
        {
            var client = await process.Runtime.SubmitAsync(
                new JobSubmission(Job, TestJobs.Counts(2_000, new Gate(), sink), TestJobs.Settings));
            var log = new JobLog(client);
            await log.Until<CheckpointDone>(_ => true);

            client.Stop();
            var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);

            Assert.Equal(JobStatus.Suspended, outcome.Status);
            Assert.Equal(CheckpointKind.Stopping, log.Of<CheckpointDone>().Last().Kind);
            stoppedAt = outcome.LastCheckpoint!.Value;
        }

        var before = sink.Values.Count;
        Assert.InRange(before, 1, 1_999);
        await using (var process = RuntimeProcess.In(_directory))
        {
            var gate = new Gate(200);
            var client = await process.Runtime.SubmitAsync(
                new JobSubmission(Job, TestJobs.Counts(2_000, gate, sink, 3), TestJobs.Settings));
            var log = new JobLog(client);
            gate.Open();

            Assert.Equal(JobStatus.Finished, (await client.Completion.WaitAsync(RuntimeProcess.Patience)).Status);

            var began = log.Of<AttemptBegan>().Single();
            Assert.Equal((2, stoppedAt), (began.Attempt, began.RestoredFrom));
            Assert.Matches("^range 0 at record [1-9][0-9,]* of those before 2,000$", Assert.Single(began.Positions));
        }

        Assert.Equal(2_000, sink.Values.Count);   // a clean stop repeats nothing
        Assert.All(Last(sink), count => Assert.Equal(200, count.Value));
    }

    [Fact]
    public async Task Leaves_no_segment_behind_when_a_job_has_finished_and_the_node_has_drained()
    {
        await using var process = RuntimeProcess.In(_directory);
        var gate = new Gate();
        var client = await process.Runtime.SubmitAsync(
            new JobSubmission(Job, TestJobs.Counts(2_000, gate, new CollectSink<(long, long)>(), 2), TestJobs.Settings));
        await new JobLog(client).Until<CheckpointDone>(done => done.Checkpoint.Number > 5);
        gate.Open();
        await client.Completion.WaitAsync(RuntimeProcess.Patience);

        var hasDrained = await process.Runtime.DrainAsync(RuntimeProcess.Patience);

        Assert.True(hasDrained);
        Assert.Empty(await process.Services.Chunks.ListAsync(SegmentNames.PrefixOf(Job), CancellationToken.None));
    }

    [Fact]
    public async Task Resumes_from_the_last_checkpoint_when_its_process_died()
    {
        var last = 0L;
        for (var run = 0; run < 3; run++)
        {
            var sink = new CollectSink<(long, long)>();
            await using var process = RuntimeProcess.In(_directory);
            var client = await process.Runtime.SubmitAsync(
                new JobSubmission(Job, TestJobs.Counts(100_000, new Gate(), sink, 2), TestJobs.Settings));
            var log = new JobLog(client);

            var done = await log.Until<CheckpointDone>(each => each.Checkpoint.Number > last + 1);

            Assert.Equal(run + 1, done.Checkpoint.Attempt);
            last = log.Of<CheckpointDone>().Last().Checkpoint.Number;
        }
    }

    [Fact]
    public async Task Begins_again_after_a_failure_and_counts_every_number()
    {
        await using var process = RuntimeProcess.In(_directory);
        var sink = new CollectSink<(long, long)>();
        var failures = 0;
        var gate = new Gate();
        var graph = TestJobs.Counts(400, gate, sink, 2, number =>
        {
            if (number == 150 && Interlocked.Increment(ref failures) <= 2)
                throw new InvalidOperationException("number 150");
        });

        var client = await process.Runtime.SubmitAsync(new JobSubmission(Job, graph, TestJobs.Settings));
        var log = new JobLog(client);
        var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);

        Assert.Equal(JobStatus.Finished, outcome.Status);
        var failed = log.Of<AttemptFailed>().ToList();
        Assert.Equal([1, 2], failed.Select(each => each.Attempt));
        Assert.All(failed, each => Assert.Contains("number 150", each.Failure.Message));
        Assert.All(failed, each => Assert.Equal(TimeSpan.FromMilliseconds(20), each.RestartsIn));
        Assert.All(Last(sink), count => Assert.Equal(40, count.Value));
    }

    [Fact]
    public async Task Fails_when_the_restart_strategy_gives_up()
    {
        await using var process = RuntimeProcess.In(_directory);
        var graph = TestJobs.Counts(100, new Gate(), new CollectSink<(long, long)>(), 1, number =>
        {
            if (number == 5)
                throw new InvalidOperationException("always");
        });
        var settings = TestJobs.Settings with
        {
            RestartStrategy = new RestartStrategySettings { Kind = RestartStrategyKind.FixedDelay, Attempts = 2, Delay = TimeSpan.Zero },
        };

        var client = await process.Runtime.SubmitAsync(new JobSubmission(Job, graph, settings));
        var log = new JobLog(client);
        var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);

        Assert.Equal(JobStatus.Failed, outcome.Status);
        Assert.Contains("always", outcome.Failure!.Message);
        Assert.Null(log.Of<AttemptFailed>().Last().RestartsIn);
    }

    [Fact]
    public async Task Cancels_a_job_and_resumes_it_when_it_is_submitted_again()
    {
        await using var process = RuntimeProcess.In(_directory);
        var sink = new CollectSink<(long, long)>();
        var gate = new Gate();
        var client = await process.Runtime.SubmitAsync(new JobSubmission(Job, TestJobs.Counts(1_000, gate, sink), TestJobs.Settings));
        await new JobLog(client).Until<CheckpointDone>(_ => true);

        client.Cancel();
        client.Cancel();
        var canceled = await client.Completion.WaitAsync(RuntimeProcess.Patience);
        gate.Open();
        var again = await process.Runtime.SubmitAsync(new JobSubmission(Job, TestJobs.Counts(1_000, gate, sink), TestJobs.Settings));
        var finished = await again.Completion.WaitAsync(RuntimeProcess.Patience);

        Assert.Equal((JobStatus.Canceled, JobStatus.Finished), (canceled.Status, finished.Status));
        Assert.All(Last(sink), count => Assert.Equal(100, count.Value));
    }

    [Fact]
    public async Task Refuses_a_job_that_has_finished_unless_it_is_to_run_anew()
    {
        await using var process = RuntimeProcess.In(_directory);
        var gate = new Gate();
        gate.Open();
        await Finish(restart: false);

        var error = await Assert.ThrowsAsync<JobFinishedException>(() => Finish(restart: false));
        var anew = await Finish(restart: true);

        Assert.Contains("Job 'counts-1' (counts) has finished at ", error.Message);
        Assert.Contains("and wrote 50 records to '", error.Message);
        Assert.Contains("'--restart'", error.Message);
        Assert.Equal((JobStatus.Finished, 50), (anew.Outcome.Status, anew.Count));

        async Task<(JobOutcome Outcome, int Count)> Finish(bool restart)
        {
            var sink = new CollectSink<(long, long)>();
            var client = await process.Runtime.SubmitAsync(
                new JobSubmission(Job, TestJobs.Counts(50, gate, sink), TestJobs.Settings, restart));
            return (await client.Completion.WaitAsync(RuntimeProcess.Patience), sink.Values.Count);
        }
    }

    [Fact]
    public async Task Runs_a_job_without_checkpoints_and_remembers_nothing_of_it()
    {
        await using var process = RuntimeProcess.In(_directory);
        var gate = new Gate();
        gate.Open();
        var settings = JobSettings.Default;

        for (var run = 0; run < 2; run++)
        {
            var sink = new CollectSink<(long, long)>();
            var client = await process.Runtime.SubmitAsync(new JobSubmission(Job, TestJobs.Counts(50, gate, sink), settings));
            var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);

            Assert.Equal((JobStatus.Finished, 50), (outcome.Status, sink.Values.Count));
            Assert.Null(outcome.LastCheckpoint);
        }
    }

    [Fact]
    public async Task Refuses_a_checkpoint_of_another_job()
    {
        await using var process = RuntimeProcess.In(_directory);
        var client = await process.Runtime.SubmitAsync(
            new JobSubmission(Job, TestJobs.Counts(1_000, new Gate(), new CollectSink<(long, long)>()), TestJobs.Settings));
        await new JobLog(client).Until<CheckpointDone>(_ => true);
        client.Stop();
        await client.Completion.WaitAsync(RuntimeProcess.Patience);
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSequence(0, 9).Uid("other numbers").SinkTo(new CollectSink<long>()).Uid("other sink");

        var other = await process.Runtime.SubmitAsync(new JobSubmission(Job, environment.CreateJobGraph("other"), TestJobs.Settings));
        var outcome = await other.Completion.WaitAsync(RuntimeProcess.Patience);

        Assert.Equal(JobStatus.Failed, outcome.Status);
        Assert.Contains("is of another job", outcome.Failure!.Message);
        Assert.Contains("'counts', 'numbers'", outcome.Failure.Message);
    }

    private static Dictionary<long, long> Last(CollectSink<(long Digit, long Count)> sink) =>
        sink.Values.GroupBy(each => each.Digit).ToDictionary(group => group.Key, group => group.Max(each => each.Count));
}
