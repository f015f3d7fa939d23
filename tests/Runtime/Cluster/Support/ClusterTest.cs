namespace Akka.Flink.Runtime.Tests.Cluster.Support;

using Akka.Flink.Runtime.Tests.Jobs;
using Akka.Flink.Sinks;
using Microsoft.Data.Sqlite;
using MemberStatus = Akka.Cluster.MemberStatus;

/// <summary>Several nodes in this process that share a journal and a folder, and the job of <see cref="TestJobs"/> on them.</summary>
public abstract class ClusterTest : IAsyncLifetime
{
    /// <summary>How long a test waits for what must come; reached only when a promise is broken.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"akka-flink-cluster-{Guid.NewGuid():N}");
    private readonly List<ClusterNode> _nodes = [];

    internal static JobId Job { get; } = new("counts-1");

    internal TestPrograms Programs { get; } = new();

    internal static JobSettings Settings { get; } = TestJobs.Settings with
    {
        RestartStrategy = TestJobs.Settings.RestartStrategy with { Attempts = 20 },
        Tasks = new TaskSettings { HeartbeatInterval = TimeSpan.FromMilliseconds(300), HeartbeatTimeout = TimeSpan.FromSeconds(5) },
    };

    public Task InitializeAsync()
    {
        Directory.CreateDirectory(_directory);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.KillAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    internal async Task<ClusterNode> StartAsync(int slots = 1, SchedulerMode mode = SchedulerMode.Fixed, string? version = null)
    {
        var settings = new ClusterSettings
        {
            Slots = slots,
            Scheduler = new SchedulerSettings(mode, TimeSpan.FromMilliseconds(500)),
            LeaveTimeout = TimeSpan.FromSeconds(20),
        };
        var node = new ClusterNode(_directory, Programs, version is null ? settings : settings with { Version = version });
        _nodes.Add(node);
        var seed = _nodes.Find(each => !each.IsGone)!;
        await node.Membership.JoinAsync(seed.Membership.SelfAddress).WaitAsync(Patience);
        await Until(() => Task.FromResult(node.Membership.SelfMember.Status == MemberStatus.Up), "the node is up");
        return node;
    }

    internal Task SubmitAsync(ClusterNode node, JobProgram program, JobId? job = null) =>
        node.Client.SubmitAsync(job ?? Job, program, false, CancellationToken.None);

    /// <summary>The job of <see cref="TestJobs"/>.</summary>
    internal JobProgram Counts(
        long count, Gate gate, CollectSink<(long, long)> sink, int parallelism, JobSettings? settings = null, string artifact = "counts") =>
        Programs.Add(artifact, ordered => TestJobs.Counts(count, gate, sink, ordered ?? parallelism), settings ?? Settings);

    /// <summary>Waits until what is said of the job is as it should be.</summary>
    internal static async Task<JobDescription> Until(ClusterNode node, Func<JobDescription, bool> isSo, string what)
    {
        JobDescription? last = null;
        await Until(
            async () =>
            {
                last = await node.Client.StatusAsync(Job.Value, CancellationToken.None);
                return isSo(last);
            },
            () => $"{what}; the last that was said is {last?.Summary}, on {string.Join(", ", last is null ? [] : NodesOf(last))}, after " +
                string.Join("; ", last?.Restores.Select(each => $"{each.Attempt} from {each.Checkpoint}: {each.Cause}") ?? []));
        return last!;
    }

    internal static Task Until(Func<Task<bool>> isSo, string what) => Until(isSo, () => what);

    internal static IReadOnlyCollection<string> NodesOf(JobDescription job) =>
        [.. job.Vertices.SelectMany(vertex => vertex.Subtasks).Select(subtask => subtask.Node).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The last count of each digit: counts only rise.</summary>
    internal static IReadOnlyCollection<long> Last(CollectSink<(long Digit, long Count)> sink) =>
        [.. sink.Values.GroupBy(each => each.Digit).Select(digit => digit.Max(each => each.Count))];

    private static async Task Until(Func<Task<bool>> isSo, Func<string> what)
    {
        using var patience = new CancellationTokenSource(Patience);
        Exception? failure = null;
        while (!patience.IsCancellationRequested)
        {
            try
            {
                if (await isSo())
                    return;
            }
            catch (FlinkException cause)   // nobody leads for a while
            {
                failure = cause;
            }

            await Task.Delay(Pause, CancellationToken.None);
        }

        Assert.Fail($"It did not come within {Patience} that {what()}. {failure?.Message}");
    }
}
