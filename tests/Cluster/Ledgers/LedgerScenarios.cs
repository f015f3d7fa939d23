namespace Akka.Flink.Cluster.Tests.Ledgers;

using System.Diagnostics;
using Akka.Flink.Cluster.Tests.Support;
using Xunit.Abstractions;

/// <summary>What may happen to the nodes of a ledger. Whatever it is, each number is counted once; and where nobody died, none is read
/// twice.</summary>
/// <param name="setup">How the nodes are set up.</param>
/// <param name="output">Takes figures.</param>
internal sealed class LedgerScenarios(LedgerSetup setup, ITestOutputHelper output)
{
    private const int Ended = 0;
    private const int Downed = 5;

    private const string Reactive = "cluster.scheduler-mode=reactive";

    // The goals are 3 s and 15 s; a machine on which much else runs takes a few times as long.
    private static readonly TimeSpan WorkerDeadline = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LeaderDeadline = TimeSpan.FromSeconds(45);

    private readonly LedgerSetup _patient = setup with { IsPatient = true };

    /// <summary>A job runs on all nodes, and ends.</summary>
    public async Task RunAsync(int nodes)
    {
        const long Count = 50_000;
        using var cluster = new LedgerCluster(_patient);
        await cluster.StartAsync(nodes);

        await cluster.SubmitAsync(Count, 20_000, parallelism: nodes);
        await cluster.WaitForSpreadAsync(nodes);
        await cluster.WaitForStatusAsync("finished");

        Audit.EachIsCountedOnce(cluster.Output, Count);
        Assert.Equal(0, Audit.CountReadAgain((await cluster.StatusAsync())!.Value, cluster.Reads));
    }

    /// <summary>A node that does not lead is killed.</summary>
    public Task KillWorkerAsync(int nodes) => KillAsync(nodes, nodes - 1, WorkerDeadline);

    /// <summary>The node that leads is killed.</summary>
    public Task KillLeaderAsync(int nodes) => KillAsync(nodes, 0, LeaderDeadline);

    /// <summary>The node that leads is paused; another one leads, and it wakes up.</summary>
    /// <param name="nodes">How many there are.</param>
    /// <param name="pause">How long it is paused at least; longer, if the others take longer.</param>
    public async Task PauseLeaderAsync(int nodes, TimeSpan pause)
    {
        using var cluster = new LedgerCluster(setup.Surviving(nodes));
        var attempt = await BeginAsync(cluster, nodes);

        var paused = Stopwatch.StartNew();
        cluster.Nodes[0].PauseBetweenWrites();
        await cluster.WaitForResultsAsync(attempt);
        await cluster.WaitAsync($"{pause} have passed", () => Task.FromResult(paused.Elapsed >= pause));
        cluster.Nodes[0].Wake();
        var woken = await cluster.Nodes[0].WaitForEndAsync();
        await cluster.WaitForMoreAsync();

        Assert.Equal(Downed, woken.ExitCode);
        await EndAsync(cluster, nodes);
    }

    /// <summary>A node is cut off from the others: it ends itself, the others go on, and when the cut is mended what is late comes to
    /// nothing.</summary>
    /// <param name="nodes">How many there are.</param>
    /// <param name="isLeader">Whether it is the one that leads.</param>
    public async Task CutOffAsync(int nodes, bool isLeader)
    {
        using var cluster = new LedgerCluster(setup with { Places = nodes });
        var attempt = await BeginAsync(cluster, nodes);

        var lone = isLeader ? 0 : nodes - 1;
        cluster.Nodes[lone].IsGone = true;
        cluster.Network.Part([lone], [.. Enumerable.Range(0, nodes).Where(node => node != lone)]);
        var minority = await cluster.Nodes[lone].WaitForEndAsync();
        await cluster.WaitForNodesAsync(nodes - 1);
        await cluster.WaitForResultsAsync(attempt);
        cluster.Network.Mend();
        await cluster.WaitForMoreAsync();

        Assert.Equal(Downed, minority.ExitCode);
        await EndAsync(cluster, nodes);
    }

    /// <summary>Nodes join one after another, and the job spreads out.</summary>
    /// <param name="nodes">How many there are at first.</param>
    /// <param name="more">How many join.</param>
    public async Task JoinAsync(int nodes, int more)
    {
        using var cluster = new LedgerCluster(_patient.With(Reactive));
        await BeginAsync(cluster, nodes);

        for (var i = 1; i <= more; i++)
        {
            cluster.Add();
            await cluster.WaitForSpreadAsync(nodes + i);
            await cluster.WaitForResultsAsync();
        }

        Assert.Equal(0, await EndAsync(cluster, ranges: 2 * nodes));
    }

    /// <summary>A node that does not lead is told to leave.</summary>
    public async Task LeaveAsync(int nodes)
    {
        using var cluster = new LedgerCluster(_patient.With(Reactive));
        await BeginAsync(cluster, nodes);

        var leaving = cluster.Nodes[nodes - 1];
        await cluster.OrderAsync("leave", leaving.HostAndPort);
        var left = await leaving.WaitForEndAsync();
        await cluster.WaitForSpreadAsync(nodes - 1);
        await cluster.WaitForResultsAsync();

        Assert.Equal(Ended, left.ExitCode);
        Assert.Equal(0, await EndAsync(cluster, ranges: 2 * nodes));
    }

    /// <summary>The node that leads leaves.</summary>
    public async Task LeaveAsLeaderAsync(int nodes)
    {
        using var cluster = new LedgerCluster(_patient.With(Reactive));
        await BeginAsync(cluster, nodes);

        var left = await cluster.Nodes[0].StopAsync();
        await cluster.WaitForSpreadAsync(nodes - 1);
        await cluster.WaitForResultsAsync();

        Assert.Equal(Ended, left.ExitCode);
        Assert.Equal(0, await EndAsync(cluster, ranges: 2 * nodes));
    }

    /// <summary>All nodes are replaced, one after another, the one that leads first.</summary>
    public async Task RollAsync(int nodes)
    {
        using var cluster = new LedgerCluster(_patient);
        await BeginAsync(cluster, nodes);

        foreach (var old in cluster.Nodes.ToList())
        {
            cluster.Add();
            await cluster.WaitForNodesAsync(nodes + 1);
            var left = await old.StopAsync();
            Assert.Equal(Ended, left.ExitCode);
            await cluster.WaitForNodesAsync(nodes);
            await cluster.WaitForResultsAsync();
        }

        Assert.Equal(0, await EndAsync(cluster, nodes));
    }

    private static async Task<int> BeginAsync(LedgerCluster cluster, int nodes)
    {
        await cluster.StartAsync(nodes);
        await cluster.SubmitAsync(parallelism: nodes);
        await cluster.WaitForSpreadAsync(nodes);
        return await cluster.WaitForResultsAsync();
    }

    private async Task KillAsync(int nodes, int victim, TimeSpan deadline)
    {
        using var cluster = new LedgerCluster(setup.Surviving(nodes));
        var attempt = await BeginAsync(cluster, nodes);

        var killed = Stopwatch.StartNew();
        cluster.Nodes[victim].Kill();
        await cluster.WaitForResultsAsync(attempt);
        var recovered = killed.Elapsed;
        output.WriteLine($"The first new results came {recovered.TotalSeconds:0.0} s after kill -9 of node {victim} of {nodes}.");

        await EndAsync(cluster, nodes);
        Assert.True(recovered < deadline, $"The first new results came {recovered} after the kill, and not within {deadline}.");
    }

    private async Task<int> EndAsync(LedgerCluster cluster, int ranges)
    {
        var again = await cluster.StopAndAuditAsync(ranges);
        output.WriteLine($"{again} numbers were read again.");
        return again;
    }
}
