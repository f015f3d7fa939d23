namespace Akka.Flink.Testing;

using Akka.Flink.Operators;

/// <summary>Says that a pipeline under test is not run by its program.</summary>
internal sealed class RefusingExecutor : IJobExecutor
{
    /// <summary>The only one: it has no state.</summary>
    public static readonly RefusingExecutor Instance = new();

    private RefusingExecutor()
    {
    }

    public Task<JobExecutionResult> ExecuteAsync(JobGraph graph, CancellationToken cancellationToken) =>
        throw TestingErrors.DrivenByHarness(graph.Name);
}
