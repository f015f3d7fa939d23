namespace Akka.Flink.Runtime;

using System.Collections.Concurrent;
using Akka.Flink.Operators;

/// <summary>The jobs that a node can make tasks of: graphs and settings, by job.</summary>
/// <remarks><para><b>Threads.</b> Any.</para></remarks>
internal sealed class JobCache
{
    private readonly ConcurrentDictionary<JobId, (JobGraph Graph, JobSettings Settings)> _jobs = new();

    /// <summary>Makes a job known, or replaces what was known of it.</summary>
    /// <param name="job">The job.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="settings">How to run it.</param>
    public void Put(JobId job, JobGraph graph, JobSettings settings) => _jobs[job] = (graph, settings);

    /// <summary>Looks a job up.</summary>
    /// <param name="job">The job.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="settings">How to run it.</param>
    /// <returns>Whether it is known here.</returns>
    public bool TryGet(JobId job, out JobGraph graph, out JobSettings settings)
    {
        var found = _jobs.TryGetValue(job, out var known);
        (graph, settings) = known;
        return found;
    }

    /// <summary>Forgets a job.</summary>
    /// <param name="job">The job.</param>
    public void Remove(JobId job) => _jobs.TryRemove(job, out _);
}
