namespace Akka.Flink.Cluster.Tests.Ledgers;

using Akka.Flink.Cluster.Tests.Support;
using Xunit.Abstractions;

/// <summary>One ledger of each kind, as short as it can be; all numbers of nodes, and both kinds of databases, are in
/// <see cref="LedgerMatrix"/>.</summary>
public class LedgerTests(ITestOutputHelper output)
{
    private readonly LedgerScenarios _scenarios = new(new LedgerSetup(), output);

    [Fact]
    public Task A_job_runs_on_all_nodes_and_ends() => _scenarios.RunAsync(2);

    [Fact]
    public Task A_worker_is_killed() => _scenarios.KillWorkerAsync(3);

    [Fact]
    public Task The_leader_is_killed() => _scenarios.KillLeaderAsync(3);

    [Fact]
    public Task The_leader_is_paused_and_woken_when_another_one_leads() => _scenarios.PauseLeaderAsync(3, TimeSpan.Zero);
}
