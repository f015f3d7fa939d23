namespace Akka.Flink.Cluster.Tests.Ledgers;

using Akka.Flink.Cluster.Tests.Support;

/// <summary>What is refused, and what is not, when nodes start over a storage that was used before.</summary>
public class StorageTests
{
    [Fact]
    public async Task A_node_without_seeds_is_refused_while_a_cluster_lives_and_begins_it_anew_when_that_was_killed()
    {
        using var cluster = new LedgerCluster(new LedgerSetup { IsPatient = true });
        await cluster.StartAsync(1);
        await cluster.SubmitAsync(parallelism: 1);
        var attempt = await cluster.WaitForResultsAsync();

        var refused = await cluster.AddWithoutSeeds().WaitForEndAsync();
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains($"node {cluster.Nodes[0].HostAndPort} is one of it", refused.Error);
        await cluster.WaitForMoreAsync();

        cluster.Nodes[0].Kill();
        cluster.AddWithoutSeeds();
        await cluster.WaitForNodesAsync(1);
        await cluster.WaitForResultsAsync(attempt);

        await cluster.StopAndAuditAsync(1);
    }

    [Fact]
    public async Task The_last_node_leaves_at_once_and_the_job_goes_on_where_it_was_when_the_next_one_starts()
    {
        using var cluster = new LedgerCluster(new LedgerSetup { IsPatient = true });
        await cluster.StartAsync(1);
        await cluster.SubmitAsync(parallelism: 2);
        var attempt = await cluster.WaitForResultsAsync();

        var leaving = System.Diagnostics.Stopwatch.StartNew();
        var left = await cluster.Nodes[0].StopAsync();
        Assert.Equal(0, left.ExitCode);
        Assert.True(leaving.Elapsed < TimeSpan.FromSeconds(30), $"It left after {leaving.Elapsed}: the timeout is a minute.");
        cluster.AddWithoutSeeds();
        await cluster.WaitForNodesAsync(1);
        await cluster.WaitForResultsAsync(attempt);

        Assert.Equal(0, await cluster.StopAndAuditAsync(2));
    }
}
