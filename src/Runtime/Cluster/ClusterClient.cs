namespace Akka.Flink.Runtime;

using Akka.Actor;
using static ClusterProtocol;

/// <summary>Asks the job manager by its proxy.</summary>
/// <param name="manager">The proxy.</param>
/// <param name="patience">How long an answer is waited for; null for ten seconds.</param>
/// <remarks><para><b>Threads.</b> Any.</para></remarks>
internal sealed class ClusterClient(IActorRef manager, TimeSpan? patience = null) : IClusterClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SubmissionPatience = TimeSpan.FromMinutes(1);   // its program is run up to its job meanwhile

    private readonly TimeSpan _patience = patience ?? Patience;

    /// <inheritdoc/>
    public Task SubmitAsync(JobId job, JobProgram program, bool restart, CancellationToken cancellationToken) =>
        AskAsync<OrderTaken>(
            new SubmitProgram(job, program, restart), $"run job '{job}'", patience ?? SubmissionPatience, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<JobSummary>> ListAsync(CancellationToken cancellationToken) =>
        (await AskAsync<JobList>(new ListJobs(), "list its jobs", _patience, cancellationToken).ConfigureAwait(false)).Jobs;

    /// <inheritdoc/>
    public async Task<JobDescription> StatusAsync(string job, CancellationToken cancellationToken) =>
        (await AskAsync<JobDescribed>(new DescribeJob(job), $"describe job '{job}'", _patience, cancellationToken).ConfigureAwait(false))
        .Description;

    /// <inheritdoc/>
    public Task CancelAsync(string job, CancellationToken cancellationToken) =>
        AskAsync<OrderTaken>(new CancelJob(job), $"cancel job '{job}'", _patience, cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(string job, CancellationToken cancellationToken) =>
        AskAsync<OrderTaken>(new StopJob(job), $"stop job '{job}'", _patience, cancellationToken);

    /// <inheritdoc/>
    public Task RescaleAsync(string job, int parallelism, string? uid, CancellationToken cancellationToken) =>
        AskAsync<OrderTaken>(new RescaleJob(job, parallelism, uid), $"rescale job '{job}'", _patience, cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> SaveAsync(SaveJob save, CancellationToken cancellationToken) =>
        (await AskAsync<SavepointBegun>(
            save, $"take a savepoint of job '{save.Job}', or to stop it", _patience, cancellationToken).ConfigureAwait(false)).Path;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SavepointDescription>> SavepointsAsync(string job, CancellationToken cancellationToken) =>
        (await AskAsync<SavepointList>(
            new ListSavepoints(job), $"list the savepoints of job '{job}'", _patience, cancellationToken).ConfigureAwait(false)).Savepoints;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<NodeSummary>> NodesAsync(CancellationToken cancellationToken) =>
        (await AskAsync<NodeList>(new ListNodes(), "list its nodes", _patience, cancellationToken).ConfigureAwait(false)).Nodes;

    /// <inheritdoc/>
    public Task LeaveAsync(string node, CancellationToken cancellationToken) =>
        AskAsync<OrderTaken>(new LeaveNode(node), $"let node '{node}' leave", _patience, cancellationToken);

    private async Task<T> AskAsync<T>(IClusterMessage question, string asked, TimeSpan patienceNow, CancellationToken cancellationToken)
    {
        object answer;
        try
        {
            answer = await manager.Ask<object>(question, patienceNow, cancellationToken).ConfigureAwait(false);
        }
        catch (AskTimeoutException)
        {
            throw ClusterErrors.NoAnswer(asked, patienceNow);
        }

        return answer switch
        {
            T expected => expected,
            RequestRefused refused => throw new JobException(refused.Domain, refused.Message),
            _ => throw ClusterErrors.NoAnswer(asked, patienceNow),
        };
    }
}
