namespace Akka.Flink.Cluster.Tests.Ledgers;

using Akka.Flink.Cluster.Tests.Support;
using Xunit.Abstractions;

/// <summary>The other half of <see cref="LedgerTests"/>, which runs beside it: nodes that come and go, and a network that is cut.</summary>
public class LedgerMoveTests(ITestOutputHelper output)
{
    private readonly LedgerScenarios _scenarios = new(new LedgerSetup(), output);

    [Fact]
    public Task The_leader_is_cut_off_and_the_others_go_on() => _scenarios.CutOffAsync(3, isLeader: true);

    [Fact]
    public Task A_node_joins_and_nothing_is_read_twice() => _scenarios.JoinAsync(2, more: 1);

    [Fact]
    public Task A_worker_leaves_and_nothing_is_read_twice() => _scenarios.LeaveAsync(3);

    [Fact]
    public Task The_leader_leaves_and_nothing_is_read_twice() => _scenarios.LeaveAsLeaderAsync(3);

    [Fact]
    public Task All_nodes_are_replaced_and_nothing_is_read_twice() => _scenarios.RollAsync(2);
}
