namespace Akka.Flink.Runtime.Tests.Jobs;

using Akka.Flink.Operators;
using Akka.Flink.Sinks;
using Akka.Flink.Sources;
using Microsoft.Data.Sqlite;

/// <summary>What follows a failure of a real job: by each restart strategy, after some tasks have finished, when state is
/// damaged.</summary>
public sealed class RecoveryTests : IDisposable
{
    private static readonly JobId Job = new("counts-1");

    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"akka-flink-recovery-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Without_a_strategy_the_first_failure_ends_the_job()
    {
        var (outcome, log) = await FailAsync(new() { Kind = RestartStrategyKind.None }, failures: 1);

        Assert.Equal(JobStatus.Failed, outcome.Status);
        Assert.Null(Assert.Single(log.Of<AttemptFailed>()).RestartsIn);
    }

    [Fact]
    public async Task By_failure_rate_the_job_goes_on_until_there_are_too_many_in_the_interval()
    {
        var settings = new RestartStrategySettings
        {
            Kind = RestartStrategyKind.FailureRate,
            MaxFailuresPerInterval = 2,
            FailureRateInterval = TimeSpan.FromMinutes(10),
            Delay = TimeSpan.FromMilliseconds(30),
        };

        var (survives, survivor) = await FailAsync(settings, failures: 2);
        var (fails, failed) = await FailAsync(settings, failures: 3, new JobId("counts-2"));

        Assert.Equal((JobStatus.Finished, JobStatus.Failed), (survives.Status, fails.Status));
        Assert.Equal([settings.Delay, settings.Delay], survivor.Of<AttemptFailed>().Select(each => each.RestartsIn!.Value));
        Assert.Equal([settings.Delay, settings.Delay, null], failed.Of<AttemptFailed>().Select(each => each.RestartsIn));
    }

    [Fact]
    public async Task By_exponential_delay_waits_grow_with_jitter_and_end_where_no_more_attempts_are_allowed()
    {
        var settings = new RestartStrategySettings
        {
            Kind = RestartStrategyKind.ExponentialDelay,
            InitialBackoff = TimeSpan.FromMilliseconds(40),
            MaxBackoff = TimeSpan.FromMilliseconds(100),
            BackoffMultiplier = 2,
            JitterFactor = 0.1,
            AttemptsBeforeReset = 3,
        };

        var (outcome, log) = await FailAsync(settings, failures: 10);

        var waits = log.Of<AttemptFailed>().Select(each => each.RestartsIn?.TotalMilliseconds).ToList();
        Assert.Equal(JobStatus.Failed, outcome.Status);
        Assert.Equal(4, waits.Count);
        Assert.InRange(waits[0]!.Value, 36, 44);
        Assert.InRange(waits[1]!.Value, 72, 88);
        Assert.InRange(waits[2]!.Value, 90, 100);
        Assert.Null(waits[3]);
        var began = log.Of<AttemptBegan>().Select(each => each.At).ToList();
        var failed = log.Of<AttemptFailed>().Select(each => each.At).ToList();
        Assert.All(began.Skip(1).Zip(failed), pair => Assert.True((pair.First - pair.Second).TotalMilliseconds > 30));
    }

    [Fact]
    public async Task Checkpoints_go_on_after_some_tasks_have_finished_and_what_those_read_is_not_read_again()
    {
        await using var process = RuntimeProcess.In(_directory);
        var sink = new CollectSink<(string, long)>();
        var gate = new Gate();
        var failures = 0;
        var graph = TwoSources(gate, sink, number =>
        {
            if (number == 400 && Interlocked.Increment(ref failures) == 1)
                throw new InvalidOperationException("number 400");
        });

        var client = await process.Runtime.SubmitAsync(new JobSubmission(Job, graph, TestJobs.Settings));
        var log = new JobLog(client);
        await log.Until<JobReport>(report =>
            report.Tasks.SelectMany(task => task.Operators).Any(each => each.Uid == "few" && each.WatermarkMs == long.MaxValue));
        var known = log.Of<CheckpointDone>().Count();
        await log.Until<CheckpointDone>(_ => log.Of<CheckpointDone>().Count() > known + 1);
        gate.Open();
        var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);

        Assert.True(outcome.Status == JobStatus.Finished, $"{outcome.Failure}");
        Assert.Equal((1, 2), (log.Of<AttemptFailed>().Count(), log.Of<AttemptBegan>().Count()));
        Assert.Equal(5, sink.Values.Count(each => each.Item1 == "few"));   // all before the checkpoint that the second attempt began from
        Assert.Equal(5, sink.Values.Where(each => each.Item1 == "few").Max(each => each.Item2));
        Assert.Equal(500, sink.Values.Where(each => each.Item1 == "many").Max(each => each.Item2));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task State_that_is_damaged_is_named_and_the_job_falls_back_to_the_checkpoint_before_where_it_may(bool fallsBack)
    {
        var sink = new CollectSink<(long, long)>();
        var settings = TestJobs.Settings with
        {
            // Bases only, so that checkpoints share no segment.
            Checkpoints = TestJobs.Settings.Checkpoints with { Retained = 3, BaseRatio = 0 },
            Recovery = new StateRecoverySettings { FallsBack = fallsBack },
        };
        CheckpointId last;
        await using (var process = RuntimeProcess.In(_directory))
        {
            var client = await process.Runtime.SubmitAsync(new JobSubmission(Job, TestJobs.Counts(2_000, new Gate(), sink), settings));
            await new JobLog(client).Until<CheckpointDone>(done => done.Checkpoint.Number > 3);
            client.Stop();
            last = (await client.Completion.WaitAsync(RuntimeProcess.Patience)).LastCheckpoint!.Value;
        }

        var segment = Damage();
        await using (var process = RuntimeProcess.In(_directory))
        {
            var gate = new Gate();
            gate.Open();
            var client = await process.Runtime.SubmitAsync(new JobSubmission(Job, TestJobs.Counts(2_000, gate, sink), settings));
            var log = new JobLog(client);
            var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);

            var failure = log.Of<AttemptFailed>().First().Failure;
            Assert.Contains($"Chunk 1 of segment '{segment}' in the journal 'akka.flink.state-journal' ", failure.Message);
            Assert.Contains(Path.Combine(_directory, "state.db"), failure.Message);
            Assert.Equal(fallsBack ? JobStatus.Finished : JobStatus.Failed, outcome.Status);
            var began = log.Of<AttemptBegan>().Select(each => each.RestoredFrom).ToList();
            Assert.Equal(last, began[0]);
            if (fallsBack)
                Assert.True(began.Count == 2 && began[1]!.Value.Number < last.Number, string.Join(", ", began));
            else
                Assert.Contains("'execution.state-recovery.fall-back-to-older-checkpoint = on'", failure.Message);
        }
    }

    private async Task<(JobOutcome Outcome, JobLog Log)> FailAsync(RestartStrategySettings strategy, int failures, JobId? job = null)
    {
        await using var process = RuntimeProcess.In(_directory);
        var left = failures;
        var gate = new Gate();
        gate.Open();
        var graph = TestJobs.Counts(100, gate, new CollectSink<(long, long)>(), 1, number =>
        {
            if (number == 50 && Interlocked.Decrement(ref left) >= 0)
                throw new InvalidOperationException("number 50");
        });
        var client = await process.Runtime.SubmitAsync(
            new JobSubmission(job ?? Job, graph, TestJobs.Settings with { RestartStrategy = strategy }));
        var log = new JobLog(client);
        return (await client.Completion.WaitAsync(RuntimeProcess.Patience), log);
    }

    private static JobGraph TwoSources(Gate gate, CollectSink<(string, long)> sink, Action<long> onNumber)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var few = environment.FromSequence(1, 5).Uid("few").Map(_ => (Name: "few", Count: 1L)).Uid("of few");
        var many = environment.FromSource(
            new GeneratorSource<long>(500, (first, most, batch) =>
            {
                gate.Wait(first);
                batch.Add(first);
            }), WatermarkStrategy.NoWatermarks<long>(), "many").Uid("many").Map(number =>
            {
                onNumber(number);
                return (Name: "many", Count: 1L);
            }).Uid("of many");
        few.Union(many).KeyBy(each => each.Name).Reduce((one, other) => (one.Name, one.Count + other.Count)).Uid("counts")
            .SinkTo(sink).Uid("sink");
        return environment.CreateJobGraph("two");
    }

    // Changes a byte of the last chunk that was written.
    private string Damage()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_directory, "state.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT persistence_id, sequence_number, message, ordering FROM journal WHERE manifest = 'C1' ORDER BY ordering DESC LIMIT 1";
        string segment;
        long ordering;
        byte[] bytes;
        using (var row = command.ExecuteReader())
        {
            Assert.True(row.Read());
            (segment, bytes, ordering) = (row.GetString(0), (byte[])row.GetValue(2), row.GetInt64(3));
        }

        bytes[^1] ^= 1;
        command.CommandText = "UPDATE journal SET message = @bytes WHERE ordering = @ordering";
        command.Parameters.AddWithValue("@bytes", bytes);
        command.Parameters.AddWithValue("@ordering", ordering);
        Assert.Equal(1, command.ExecuteNonQuery());
        return segment;
    }
}
