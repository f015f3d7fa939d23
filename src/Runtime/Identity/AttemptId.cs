namespace Akka.Flink.Runtime;

/// <summary>One attempt to run a job: every message of the runtime carries it, and what an older one says is dropped.</summary>
/// <param name="Job">The job.</param>
/// <param name="Number">From 1, one more for each attempt over all runs of the job.</param>
public readonly record struct AttemptId(JobId Job, int Number)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Job}#{Number}";
}
