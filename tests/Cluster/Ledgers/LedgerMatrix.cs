namespace Akka.Flink.Cluster.Tests.Ledgers;

using Akka.Flink.Cluster.Tests.Support;
using Akka.Flink.Shared.Databases;
using Xunit.Abstractions;

/// <summary>All that may happen to clusters of two to five nodes.</summary>
public abstract class LedgerMatrix
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lazy<LedgerScenarios> _scenarios;

    /// <param name="connectionString">How the control database of PostgreSQL is reached; null for a file of SQLite.</param>
    /// <param name="output">Takes figures.</param>
    private protected LedgerMatrix(Func<string?> connectionString, ITestOutputHelper output) =>
        _scenarios = new(() => new LedgerScenarios(new LedgerSetup { ConnectionString = connectionString() }, output));

    public static TheoryData<int> Any { get; } = [2, 3, 4, 5];

    public static TheoryData<int> Majorities { get; } = [3, 4, 5];

    [DatabaseTheory]
    [MemberData(nameof(Any))]
    public Task A_job_runs_on_all_nodes_and_ends(int nodes) => _scenarios.Value.RunAsync(nodes);

    [DatabaseTheory]
    [MemberData(nameof(Any))]
    public Task A_worker_is_killed(int nodes) => _scenarios.Value.KillWorkerAsync(nodes);

    [DatabaseTheory]
    [MemberData(nameof(Any))]
    public Task The_leader_is_killed(int nodes) => _scenarios.Value.KillLeaderAsync(nodes);

    [DatabaseTheory]
    [MemberData(nameof(Any))]
    public Task The_leader_is_paused_for_30_seconds_and_woken(int nodes) => _scenarios.Value.PauseLeaderAsync(nodes, Pause);

    [DatabaseTheory]
    [MemberData(nameof(Majorities))]
    public Task A_worker_is_cut_off_and_the_others_go_on(int nodes) => _scenarios.Value.CutOffAsync(nodes, isLeader: false);

    [DatabaseTheory]
    [MemberData(nameof(Majorities))]
    public Task The_leader_is_cut_off_and_the_others_go_on(int nodes) => _scenarios.Value.CutOffAsync(nodes, isLeader: true);

    [DatabaseFact]
    public Task Three_nodes_join_one_after_another() => _scenarios.Value.JoinAsync(2, more: 3);

    [DatabaseTheory]
    [MemberData(nameof(Any))]
    public Task A_worker_leaves_and_nothing_is_read_twice(int nodes) => _scenarios.Value.LeaveAsync(nodes);

    [DatabaseTheory]
    [MemberData(nameof(Any))]
    public Task The_leader_leaves_and_nothing_is_read_twice(int nodes) => _scenarios.Value.LeaveAsLeaderAsync(nodes);

    [DatabaseTheory]
    [MemberData(nameof(Any))]
    public Task All_nodes_are_replaced_and_nothing_is_read_twice(int nodes) => _scenarios.Value.RollAsync(nodes);
}
