namespace Akka.Flink.Cluster.Tests.Ledgers;

using Akka.Flink.Cluster.Tests.Support;

/// <summary>A ledger on several nodes, and what may happen to them. Whatever it is, each number is counted once.</summary>
public class LedgerTests
{
    private const long Count = 200_000;
    private const long Rate = 10_000;

    [Fact]
    public async Task A_job_runs_on_all_nodes_and_ends()
    {
        using var cluster = new LedgerCluster();
        await cluster.StartAsync(2);

        await cluster.SubmitAsync(Count, 40_000, parallelism: 4);
        await cluster.WaitForStatusAsync("running");
        var status = await cluster.StatusAsync();
        Assert.Equal(2, LedgerCluster.NodesOf(status!.Value).Count);
        await cluster.WaitForStatusAsync("finished");

        Audit.EachIsCountedOnce(cluster.Output, Count);
        Assert.Equal(0, Audit.CountReadTwice(cluster.Reads));
    }

    [Fact]
    public async Task A_worker_is_killed()
    {
        using var cluster = new LedgerCluster();
        await cluster.StartAsync(3);

        await cluster.SubmitAsync(Count, Rate, parallelism: 3);
        await cluster.WaitForProgressAsync();
        cluster.Nodes[2].Kill();
        await cluster.WaitForProgressAsync(1_000);
        await cluster.WaitForStatusAsync("finished");

        Audit.EachIsCountedOnce(cluster.Output, Count);
    }

    [Fact]
    public async Task The_leader_is_killed()
    {
        using var cluster = new LedgerCluster();
        await cluster.StartAsync(3);

        await cluster.SubmitAsync(Count, Rate, parallelism: 3);
        await cluster.WaitForProgressAsync();
        cluster.Nodes[0].Kill();
        await cluster.WaitForProgressAsync(1_000);
        await cluster.WaitForStatusAsync("finished");

        Audit.EachIsCountedOnce(cluster.Output, Count);
    }

    [Fact]
    public async Task A_node_joins_and_the_job_spreads_out_without_reading_anything_twice()
    {
        using var cluster = new LedgerCluster("cluster.scheduler-mode=reactive");
        await cluster.StartAsync(2);

        await cluster.SubmitAsync(Count, Rate);
        await cluster.WaitForProgressAsync();
        cluster.Add();
        await cluster.WaitAsync("the job is on three nodes", async () =>
            await cluster.StatusAsync() is { } job && LedgerCluster.NodesOf(job).Count == 3 && LedgerCluster.StatusOf(job) == "running");
        await cluster.WaitForStatusAsync("finished");

        Audit.EachIsCountedOnce(cluster.Output, Count);
        Assert.Equal(0, Audit.CountReadTwice(cluster.Reads));
    }

    [Fact]
    public async Task A_node_leaves_and_the_job_moves_without_reading_anything_twice()
    {
        using var cluster = new LedgerCluster("cluster.scheduler-mode=reactive");
        await cluster.StartAsync(3);

        await cluster.SubmitAsync(Count, Rate);
        await cluster.WaitForProgressAsync();
        var left = await cluster.Nodes[2].StopAsync();
        await cluster.WaitForStatusAsync("finished");

        Assert.Equal(0, left.ExitCode);
        Audit.EachIsCountedOnce(cluster.Output, Count);
        Assert.Equal(0, Audit.CountReadTwice(cluster.Reads));
    }

    [Fact]
    public async Task A_node_is_paused_and_woken_when_the_job_has_gone_on_without_it()
    {
        using var cluster = new LedgerCluster();
        await cluster.StartAsync(3);

        await cluster.SubmitAsync(Count, Rate, parallelism: 3);
        await cluster.WaitForProgressAsync();
        cluster.Nodes[0].Pause();
        await cluster.WaitAsync("another node leads", async () => await cluster.StatusAsync() is not null);
        await cluster.WaitForProgressAsync(1_000);
        cluster.Nodes[0].Wake();
        var woken = await cluster.Nodes[0].WaitForEndAsync(TimeSpan.FromMinutes(1));
        await cluster.WaitForStatusAsync("finished");

        Assert.Equal(5, woken.ExitCode);
        Audit.EachIsCountedOnce(cluster.Output, Count);
    }
}
