namespace Akka.Flink.Runtime;

using System.Collections.Concurrent;
using Akka.Flink.Operators;

/// <summary>The jobs that a node can make tasks of: graphs and settings, by job; in a cluster also by attempt, as each may have another
/// parallelism.</summary>
/// <remarks><para><b>Threads.</b> Any.</para></remarks>
internal sealed class JobCache
{
    private readonly ConcurrentDictionary<JobId, CapturedJob> _jobs = new();
    private readonly ConcurrentDictionary<JobId, (int Number, CapturedJob Job)> _attempts = new();   // the newest of each job

    /// <summary>Makes a job known, or replaces what was known of it.</summary>
    /// <param name="job">The job.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="settings">How to run it.</param>
    public void Put(JobId job, JobGraph graph, JobSettings settings) => _jobs[job] = new CapturedJob(graph, settings);

    /// <summary>Makes an attempt known, in place of older ones of its job.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="captured">Its graph and settings.</param>
    public void Put(AttemptId attempt, CapturedJob captured) => _attempts.AddOrUpdate(
        attempt.Job, (attempt.Number, captured), (_, known) => known.Number > attempt.Number ? known : (attempt.Number, captured));

    /// <summary>Looks up what an attempt is made of.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="settings">How to run it.</param>
    /// <returns>Whether it is known here.</returns>
    public bool TryGet(AttemptId attempt, out JobGraph graph, out JobSettings settings)
    {
        var known = _attempts.TryGetValue(attempt.Job, out var newest) && newest.Number == attempt.Number
            ? newest.Job
            : _jobs.GetValueOrDefault(attempt.Job);
        (graph, settings) = (known?.Graph!, known?.Settings!);
        return known is not null;
    }

    /// <summary>Forgets a job.</summary>
    /// <param name="job">The job.</param>
    public void Remove(JobId job)
    {
        _jobs.TryRemove(job, out _);
        _attempts.TryRemove(job, out _);
    }
}
