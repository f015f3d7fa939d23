namespace Akka.Flink.Testing.Tests.MiniClusters;

using Akka.Flink.Sinks;
using Akka.Flink.Sources;

public class MiniClusterTests
{
    private const long Count = 2_000;

    private readonly CollectSink<(long Digit, long Count)> _sink = new();
    private readonly SourceValve _valve = new();

    [Fact]
    public async Task A_program_runs_to_its_end_and_its_job_ends_well()
    {
        await using var cluster = MiniCluster.Start();
        var environment = cluster.CreateEnvironment();
        Build(environment);

        var result = await environment.ExecuteAsync("counts");

        Assert.Equal("counts", result.JobName);
        AssertAllAreCounted();
    }

    [Fact]
    public async Task Counts_are_right_although_tasks_are_killed()
    {
        await using var cluster = MiniCluster.Start(Frequent);
        var environment = cluster.CreateEnvironment();
        Build(environment);                                    // the program under test; its source stands behind _valve
        _valve.LetThrough(500);
        var job = await cluster.SubmitAsync(environment);

        await job.WaitForCheckpointsAsync();
        await job.KillTaskAsync("counts", subtask: 1);
        await job.WaitForAttemptAsync(2);
        await job.KillTaskAsync("numbers");
        _valve.Open();
        await job.Completion;

        Assert.Equal(3, job.Attempt);
        AssertAllAreCounted();                                 // each number once, whatever was repeated
    }

    [Fact]
    public async Task A_checkpoint_that_fails_changes_nothing()
    {
        await using var cluster = MiniCluster.Start(Frequent);
        var environment = cluster.CreateEnvironment();
        Build(environment);
        _valve.LetThrough(500);
        var job = await cluster.SubmitAsync(environment);
        await job.WaitForCheckpointsAsync();

        cluster.FailsCheckpoints = true;
        _valve.LetThrough(500);                                // state to write
        await job.WaitForFailedCheckpointsAsync();
        cluster.FailsCheckpoints = false;
        await job.WaitForCheckpointsAsync(2);
        await job.KillTaskAsync("counts");
        _valve.Open();
        await job.Completion;

        AssertAllAreCounted();
    }

    [Fact]
    public async Task Nothing_comes_while_the_source_stands_still_and_checkpoints_go_on()
    {
        await using var cluster = MiniCluster.Start(Frequent);
        var environment = cluster.CreateEnvironment();
        Build(environment);
        _valve.LetThrough(100);
        var job = await cluster.SubmitAsync(environment);

        await job.WaitUntilAsync(() => _sink.Values.Count == 100, "a hundred counts");
        await job.WaitForCheckpointsAsync(3);
        Assert.Equal(100, _sink.Values.Count);

        _valve.Open();
        await job.Completion;

        AssertAllAreCounted();
    }

    [Fact]
    public async Task A_job_resumes_when_everything_has_died()
    {
        await using var cluster = MiniCluster.Start(Frequent);
        var first = cluster.CreateEnvironment();
        Build(first);
        _valve.LetThrough(1_000);
        var job = await cluster.SubmitAsync(first);
        await job.WaitForCheckpointsAsync(2);

        await cluster.RestartAsync();
        var second = cluster.CreateEnvironment();
        Build(second);
        _valve.Open();
        var resumed = await cluster.SubmitAsync(second);
        await resumed.Completion;

        Assert.Equal(2, resumed.Attempt);
        Assert.True(job.Completion.IsCanceled);
        AssertAllAreCounted();
    }

    [Fact]
    public async Task A_job_that_was_stopped_goes_on_in_another_cluster_over_the_folder()
    {
        var folder = Directory.CreateTempSubdirectory("akka-flink-mini-test-");
        await using (var cluster = MiniCluster.Start(Frequent with { Directory = folder.FullName }))
        {
            Build(cluster.CreateEnvironment(), out var environment);
            _valve.LetThrough(700);
            var job = await cluster.SubmitAsync(environment);
            await job.WaitUntilAsync(() => _sink.Values.Count == 700);

            await job.StopAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Completion);
        }

        _valve.Open();
        await using (var cluster = MiniCluster.Start(Frequent with { Directory = folder.FullName }))
        {
            Build(cluster.CreateEnvironment(), out var environment);
            var job = await cluster.SubmitAsync(environment);
            await job.Completion;

            Assert.NotEmpty(job.Positions);
        }

        Assert.Equal(Count, _sink.Values.Count);   // a clean stop repeats nothing
        AssertAllAreCounted();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_job_that_fails_says_why_to_whoever_waits_for_something_else()
    {
        await using var cluster = MiniCluster.Start(Frequent with { Settings = ["restart-strategy.type=none"] });
        var environment = cluster.CreateEnvironment();
        environment.FromElements(1).Map<int>(_ => throw new InvalidOperationException("No ones.")).SinkTo(new CollectSink<int>());

        var job = await cluster.SubmitAsync(environment, "ones");
        var waited = await Assert.ThrowsAsync<InvalidOperationException>(() => job.WaitForCheckpointsAsync(1_000));
        var failed = await Assert.ThrowsAsync<JobException>(() => job.Completion);

        Assert.StartsWith("Job 'ones' ended before 1000 more completed checkpoints", waited.Message, StringComparison.Ordinal);
        Assert.Contains("No ones.", waited.Message, StringComparison.Ordinal);
        Assert.Contains("No ones.", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_in_vain_ends_with_the_patience()
    {
        await using var cluster = MiniCluster.Start(new MiniClusterOptions { Patience = TimeSpan.FromMilliseconds(100) });
        Build(cluster.CreateEnvironment(), out var environment);
        _valve.Close();
        var job = await cluster.SubmitAsync(environment, "counts");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => job.WaitForCheckpointsAsync());

        Assert.Contains("there was no sign of 1 more completed checkpoints", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_of_operators_that_are_not_there_and_of_a_cluster_that_is_gone()
    {
        var cluster = MiniCluster.Start();
        Build(cluster.CreateEnvironment(), out var environment);
        _valve.Close();
        var job = await cluster.SubmitAsync(environment);

        var unknown = await Assert.ThrowsAsync<ArgumentException>(() => job.KillTaskAsync("count"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => job.KillTaskAsync("counts", 2));
        await cluster.DisposeAsync();
        await cluster.DisposeAsync();

        Assert.Contains("the nearest is 'counts'", unknown.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => cluster.SubmitAsync(environment));
        Assert.Throws<ArgumentOutOfRangeException>(() => MiniCluster.Start(new MiniClusterOptions { TaskThreads = 0 }));
    }

    private static MiniClusterOptions Frequent { get; } = new()
    {
        Settings =
        [
            "execution.checkpointing.interval=20ms", "execution.checkpointing.tolerable-failed-checkpoints=1000",
            "restart-strategy.type=fixed-delay", "restart-strategy.fixed-delay.attempts=10", "restart-strategy.fixed-delay.delay=10ms",
        ],
    };

    private void Build(StreamExecutionEnvironment environment, out StreamExecutionEnvironment same)
    {
        Build(environment);
        same = environment;
    }

    // Counts numbers by their last digit.
    private void Build(StreamExecutionEnvironment environment) => environment
        .FromSource(new GeneratorSource<long>(Count, number => number).Behind(_valve), WatermarkStrategy.NoWatermarks<long>(), "numbers")
        .Uid("numbers")
        .KeyBy(number => number % 10)
        .Process(new DigitCounting()).SetParallelism(2).Uid("counts")
        .SinkTo(_sink).Uid("sink");

    private void AssertAllAreCounted() => Assert.Equal(
        Enumerable.Range(0, 10).Select(digit => ((long)digit, Count / 10)),
        _sink.Values.GroupBy(each => each.Digit).Select(group => (group.Key, group.Max(each => each.Count))).Order());
}
