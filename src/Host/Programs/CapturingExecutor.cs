namespace Akka.Flink.Host.Programs;

using Akka.Flink.Operators;

/// <summary>Takes the job of a program instead of running it.</summary>
/// <remarks>What <c>ExecuteAsync</c> returns has failed already, with <see cref="JobCapturedException"/>, which ends a program that awaits
/// it. A program may catch that; all that counts is that it ends and executes no other job.</remarks>
internal sealed class CapturingExecutor : IJobExecutor
{
    private readonly Lock _gate = new();
    private JobGraph? _graph;
    private string? _second;

    /// <summary>The job; null as long as the program has executed none.</summary>
    public JobGraph? Graph
    {
        get
        {
            lock (_gate)
                return _graph;
        }
    }

    /// <summary>The name of a job that the program has executed beside it; null when there is none.</summary>
    public string? Second
    {
        get
        {
            lock (_gate)
                return _second;
        }
    }

    public Task<JobExecutionResult> ExecuteAsync(JobGraph graph, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        lock (_gate)
        {
            if (_graph is null)
                _graph = graph;
            else
                _second ??= graph.Name;
        }

        return Task.FromException<JobExecutionResult>(new JobCapturedException(graph.Name));
    }
}
