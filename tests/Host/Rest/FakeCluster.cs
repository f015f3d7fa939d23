namespace Akka.Flink.Host.Tests.Rest;

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Akka.Flink.Host.Rest;
using Akka.Flink.Runtime;

/// <summary>A cluster with one job and two nodes that remembers what it was told.</summary>
internal sealed class FakeCluster : IClusterClient, IJobSubmitter, INodeHealth
{
    public const string JobName = "access-log-0d12b93d438a";

    public const string SavepointPath = "/shared/savepoint-access-log-1";

    private static readonly DateTimeOffset Moment = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public ConcurrentQueue<string> Orders { get; } = [];

    /// <summary>What every question fails with.</summary>
    public Exception? Failure { get; set; }

    public JobStatus Status { get; set; } = JobStatus.Running;

    public bool IsUp { get; set; } = true;

    private JobSummary Summary => new(JobName, "access-log", Status, "waits for 2 of 4 slots", 3, Moment);

    public Task SubmitAsync(JobId job, JobProgram program, bool restart, CancellationToken cancellationToken) =>
        Take($"submit {job} {program.Assembly}");

    public async Task<IReadOnlyList<JobSummary>> ListAsync(CancellationToken cancellationToken)
    {
        Orders.Enqueue("list");
        if (Failure is ClusterUnavailableException)
            throw Failure;
        return [Summary];
    }

    public async Task<JobDescription> StatusAsync(string job, CancellationToken cancellationToken)
    {
        await Take($"status {job}");
        var subtask = new SubtaskDescription(0, "akka.tcp://flink@127.0.0.1:4053#77", 1, "Running", 12345, 678, 1000, 20, 30);
        return new JobDescription(
            Summary,
            [new VertexDescription("lines -> count", ["lines", "count"], [subtask])],
            new CheckpointDescription(3, 17, Moment, 12, 4096, 8192),
            [
                new RestoreDescription(1, Moment, null, [], "submitted"),
                new RestoreDescription(3, Moment, "2.16", ["/data/access.log at byte 1048576"], "node 127.0.0.1:4054 was lost"),
            ]);
    }

    public Task CancelAsync(string job, CancellationToken cancellationToken) => Take($"cancel {job}");

    public Task StopAsync(string job, CancellationToken cancellationToken) => Take($"stop {job}");

    public Task RescaleAsync(string job, int parallelism, string? uid, CancellationToken cancellationToken) =>
        Take($"rescale {job} {parallelism} {uid ?? "all"}");

    public SavepointStatus SavepointStatus { get; set; } = SavepointStatus.Completed;

    public async Task<string?> SaveAsync(ClusterProtocol.SaveJob save, CancellationToken cancellationToken)
    {
        var words = $"{(save.Stop ? "stop" : "save")} {save.Job} {(save.IsSaved ? save.Directory ?? "default" : "-")}";
        await Take(words + (save.Drain ? " drain" : ""));
        return save.IsSaved ? SavepointPath : null;
    }

    public async Task<IReadOnlyList<SavepointDescription>> SavepointsAsync(string job, CancellationToken cancellationToken)
    {
        await Take($"savepoints {job}");
        var reason = SavepointStatus == SavepointStatus.Failed ? "The disk is full." : null;
        return [new SavepointDescription(SavepointPath, SavepointStatus, reason, Moment, 4096)];
    }

    public async Task<IReadOnlyList<NodeSummary>> NodesAsync(CancellationToken cancellationToken)
    {
        await Take("nodes");
        return
        [
            new("akka.tcp://flink@127.0.0.1:4053#77", "Up", true, true, ["default"], 2, 1, "0.1.0", "http://127.0.0.1:8081"),
            new("akka.tcp://flink@127.0.0.1:4054#78", "Up", false, false, [], 2, 2, "0.1.0", null),
        ];
    }

    public Task LeaveAsync(string node, CancellationToken cancellationToken) => Take($"leave {node}");

    public async Task<SubmitAnswer> SubmitAsync(SubmitRequest request, CancellationToken cancellationToken)
    {
        var arguments = string.Join(' ', request.Arguments ?? ImmutableArray<string>.Empty);
        await Take($"program {request.Assembly} {arguments} {request.Restart}");
        return new SubmitAnswer(JobName, "access-log");
    }

    public bool IsReady(out string reason)
    {
        reason = IsUp ? "up" : "joining";
        return IsUp;
    }

    public bool IsLive(out string reason)
    {
        reason = "alive";
        return true;
    }

    private Task Take(string order)
    {
        Orders.Enqueue(order);
        return Failure is null ? Task.CompletedTask : Task.FromException(Failure);
    }
}
