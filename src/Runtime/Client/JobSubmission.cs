namespace Akka.Flink.Runtime;

using Akka.Flink.Operators;

/// <summary>A job to run.</summary>
/// <param name="JobId">What it is resumed by.</param>
/// <param name="Graph">The job.</param>
/// <param name="Settings">How to run it.</param>
/// <param name="Restart">Whether a job that has finished runs anew from the start.</param>
internal sealed record JobSubmission(JobId JobId, JobGraph Graph, JobSettings Settings, bool Restart = false)
{
    /// <summary>What other nodes make the graph of; null where only this process can.</summary>
    public JobProgram? Program { get; init; }

    /// <summary>The savepoint that it begins from; null for none.</summary>
    public SavepointStart? Savepoint { get; init; }
}
