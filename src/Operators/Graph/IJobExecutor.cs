namespace Akka.Flink.Operators;

/// <summary>What runs the jobs of an environment: the synchronous driver, a runtime, or something that only wants the graph.</summary>
public interface IJobExecutor
{
    /// <summary>Runs a job.</summary>
    /// <param name="graph">The job.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What there is to say of it when it has ended.</returns>
    Task<JobExecutionResult> ExecuteAsync(JobGraph graph, CancellationToken cancellationToken);
}
