namespace Akka.Flink.Operators;

using System.Diagnostics;

/// <summary>Runs jobs on the synchronous driver, by the system's clock.</summary>
internal sealed class SynchronousExecutor : IJobExecutor
{
    /// <summary>The only one: it has no state.</summary>
    public static readonly SynchronousExecutor Instance = new();

    private SynchronousExecutor()
    {
    }

    /// <inheritdoc/>
    public async Task<JobExecutionResult> ExecuteAsync(JobGraph graph, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var driver = new SynchronousDriver(graph, new SynchronousDriverOptions { Clock = TimeProvider.System });
        await driver.RunAsync(cancellationToken).ConfigureAwait(false);
        return new JobExecutionResult(graph.Name, Stopwatch.GetElapsedTime(started));
    }
}
