namespace Akka.Flink.Runtime.Tests.Cluster;

using Akka.Flink.Runtime.Tests.Cluster.Support;
using Akka.Flink.Runtime.Tests.Jobs;
using Akka.Flink.Sinks;

/// <summary>Jobs on several nodes: real remoting, membership, sharding and journals.</summary>
public sealed class ClusterRuntimeTests : ClusterTest
{
    private readonly CollectSink<(long, long)> _sink = new();
    private readonly Gate _gate = new();

    [Fact]
    public async Task Runs_a_job_over_nodes_to_its_end()
    {
        var first = await StartAsync();
        var second = await StartAsync();

        await SubmitAsync(second, Counts(1_000, _gate, _sink, 2));
        var running = await Until(second, job => job.Summary.Status == JobStatus.Running && NodesOf(job).Count == 2, "it runs on both");
        _gate.Open();
        var finished = await Until(second, job => job.Summary.Status == JobStatus.Finished, "it has finished");

        Assert.Equal(new[] { first.Name, second.Name }.Order(StringComparer.Ordinal), NodesOf(running));
        Assert.Equal(1_000, _sink.Values.Count);
        Assert.All(Last(_sink), count => Assert.Equal(100, count));
        var restore = Assert.Single(finished.Restores);
        Assert.Equal((1, null), (restore.Attempt, restore.Checkpoint));
    }

    [Fact]
    public async Task Goes_on_from_its_checkpoint_when_a_node_dies()
    {
        var first = await StartAsync();
        var second = await StartAsync();
        await SubmitAsync(first, Counts(100_000, _gate, _sink, 2));
        await Until(first, job => job.LastCheckpoint is { Number: > 3 } && NodesOf(job).Count == 2, "it has taken checkpoints");
        var third = await StartAsync();

        await second.KillAsync();
        var moved = await Until(
            first, job => job.Summary is { Status: JobStatus.Running, Attempt: > 1 } && NodesOf(job).Contains(third.Name), "it goes on");
        _gate.Open();
        await Until(first, job => job.Summary.Status == JobStatus.Finished, "it has finished");

        var restore = moved.Restores[^1];
        Assert.NotNull(restore.Checkpoint);
        Assert.NotEmpty(restore.Positions);
        Assert.Contains($"Node '{second.Name}' is lost", restore.Cause);
        Assert.All(Last(_sink), count => Assert.Equal(10_000, count));
    }

    [Fact]
    public async Task Uses_a_node_that_joins_and_reads_nothing_twice_where_parallelism_follows_the_slots()
    {
        var first = await StartAsync(1, SchedulerMode.Reactive);
        await SubmitAsync(first, Counts(20_000, _gate, _sink, 1));
        await Until(first, job => job.LastCheckpoint is { Number: > 2 }, "it has taken checkpoints");

        var second = await StartAsync(2, SchedulerMode.Reactive);
        var moved = await Until(
            first, job => job.Summary is { Status: JobStatus.Running, Attempt: 2 } && NodesOf(job).Contains(second.Name), "it is on both");
        Assert.All(moved.Vertices, vertex => Assert.Equal(3, vertex.Subtasks.Length));
        _gate.Open();
        await Until(first, job => job.Summary.Status == JobStatus.Finished, "it has finished");

        Assert.Equal(20_000, _sink.Values.Count);
        Assert.All(Last(_sink), count => Assert.Equal(2_000, count));
    }

    [Fact]
    public async Task Another_job_manager_takes_over_when_its_node_dies()
    {
        var first = await StartAsync();
        var second = await StartAsync();
        var third = await StartAsync();
        await SubmitAsync(second, Counts(100_000, _gate, _sink, 2));
        await Until(second, job => job.LastCheckpoint is { Number: > 3 }, "it has taken checkpoints");

        await first.KillAsync();
        await Until(
            third, job => job.Summary is { Status: JobStatus.Running, Attempt: > 1 } && !NodesOf(job).Contains(first.Name), "it goes on");
        _gate.Open();
        await Until(third, job => job.Summary.Status == JobStatus.Finished, "it has finished");

        Assert.All(Last(_sink), count => Assert.Equal(10_000, count));
        var restores = (await third.Client.StatusAsync(Job.Value, CancellationToken.None)).Restores;
        Assert.Equal(Enumerable.Range(1, restores.Length), restores.Select(restore => restore.Attempt));
        Assert.All(restores.Skip(1), restore => Assert.NotNull(restore.Checkpoint));
        var nodes = await third.Client.NodesAsync(CancellationToken.None);
        Assert.Equal(second.Name, nodes.Single(node => node.IsJobManager).Node);
    }

    [Fact]
    public async Task Waits_for_slots_says_so_and_runs_when_a_node_joins()
    {
        var first = await StartAsync();
        await SubmitAsync(first, Counts(1_000, _gate, _sink, 2));

        var waiting = await Until(first, job => job.Summary.Reason is not null, "it says why it waits");
        Assert.Equal(JobStatus.Created, waiting.Summary.Status);
        Assert.Contains("2 slots are needed and 1 are there: start a node with 1 more", waiting.Summary.Reason);

        await StartAsync();
        await Until(first, job => job.Summary.Status == JobStatus.Running && NodesOf(job).Count == 2, "it runs on both");
        _gate.Open();
        await Until(first, job => job.Summary.Status == JobStatus.Finished, "it has finished");
        Assert.Equal(1_000, _sink.Values.Count);
    }

    [Fact]
    public async Task Takes_another_parallelism_by_order_without_reading_anything_twice_and_keeps_it()
    {
        var first = await StartAsync();
        var second = await StartAsync(2);
        await SubmitAsync(first, Counts(20_000, _gate, _sink, 1));
        await Until(first, job => job.LastCheckpoint is { Number: > 2 }, "it has taken checkpoints");

        await first.Client.RescaleAsync(Job.Value, 3, null, CancellationToken.None);
        await Until(first, job => job.Summary is { Status: JobStatus.Running, Attempt: 2 }, "it runs at another parallelism");
        await second.Client.StopAsync("counts", CancellationToken.None);
        var stopped = await Until(first, job => job.Summary.Status == JobStatus.Suspended, "it has stopped");

        Assert.All(stopped.Vertices, vertex => Assert.Equal(3, vertex.Subtasks.Length));
        Assert.InRange(_sink.Values.Count, 1, 20_000);
        Assert.Equal(_sink.Values.Count, _sink.Values.Distinct().Count());
        Assert.Equal(_sink.Values.Count, Last(_sink).Sum());
    }

    [Fact]
    public async Task A_node_that_leaves_is_left_first()
    {
        var first = await StartAsync(2);
        var second = await StartAsync(2);
        await SubmitAsync(first, Counts(20_000, _gate, _sink, 2));
        await Until(first, job => job.LastCheckpoint is { Number: > 2 } && NodesOf(job).Count == 2, "it has taken checkpoints on both");

        await first.Client.LeaveAsync(second.Name, CancellationToken.None);
        await second.System.WhenTerminated.WaitAsync(Patience);
        var moved = await Until(first, job => job.Summary is { Status: JobStatus.Running, Attempt: 2 }, "it goes on");
        _gate.Open();
        await Until(first, job => job.Summary.Status == JobStatus.Finished, "it has finished");

        Assert.Equal([first.Name], NodesOf(moved));
        Assert.Equal(20_000, _sink.Values.Count);
        Assert.All(Last(_sink), count => Assert.Equal(2_000, count));
    }
}
