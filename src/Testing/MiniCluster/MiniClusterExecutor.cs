namespace Akka.Flink.Testing;

using Akka.Flink.Operators;

/// <summary>Runs the jobs of programs on a cluster, to their end.</summary>
/// <param name="cluster">The cluster.</param>
internal sealed class MiniClusterExecutor(MiniCluster cluster) : IJobExecutor
{
    public async Task<JobExecutionResult> ExecuteAsync(JobGraph graph, CancellationToken cancellationToken)
    {
        var job = await cluster.BeginAsync(graph).ConfigureAwait(false);
        await using var canceling = cancellationToken.Register(job.BeginCancel);
        return await job.Completion.ConfigureAwait(false);
    }
}
