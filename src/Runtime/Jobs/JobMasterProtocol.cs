namespace Akka.Flink.Runtime;

using Akka.Actor;

/// <summary>What the job manager and the master of a job say to each other, beside <see cref="JobInputs"/> and
/// <see cref="LedgerInputs"/>.</summary>
internal static class JobMasterProtocol
{
    /// <summary>Tell somebody of everything from here on.</summary>
    /// <param name="Observer">Whom.</param>
    public sealed record Observe(IActorRef Observer);

    /// <summary>Take a savepoint, or stop, with one or without.</summary>
    /// <param name="Directory">The savepoint's directory, which is to be made; null for none.</param>
    /// <param name="Stop">Whether the job ends with it.</param>
    /// <param name="Drain">Whether its sources end first.</param>
    public sealed record TakeSavepoint(string? Directory, bool Stop, bool Drain);

    /// <summary>How far a savepoint is, each time that changes.</summary>
    /// <param name="Job">Its job.</param>
    /// <param name="Savepoint">The savepoint.</param>
    public sealed record SavepointStands(JobId Job, SavepointDescription Savepoint);

    /// <summary>Say what there is to say of the job, by <see cref="ClusterProtocol.JobDescribed"/>.</summary>
    public sealed record Describe;

    /// <summary>Where the job stands, each time that changes.</summary>
    /// <param name="Summary">Where it stands.</param>
    public sealed record Stands(JobSummary Summary);

    /// <summary>What there was to say of the job at its end.</summary>
    /// <param name="Description">What there was to say.</param>
    public sealed record Left(JobDescription Description);

    /// <summary>The job does not use its slots.</summary>
    /// <param name="Job">The job.</param>
    public sealed record SlotsReleased(JobId Job);
}
