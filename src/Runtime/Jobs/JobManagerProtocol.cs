namespace Akka.Flink.Runtime;

using Akka.Actor;

/// <summary>What the job manager and those that submit jobs say to each other.</summary>
internal static class JobManagerProtocol
{
    /// <summary>Run a job, or go on with it; answered by <see cref="Accepted"/> or <see cref="Refused"/>. To ask again changes
    /// nothing.</summary>
    /// <param name="Submission">The job.</param>
    /// <param name="Client">Who hears of it.</param>
    public sealed record Submit(JobSubmission Submission, IActorRef Client);

    /// <summary>The job runs. <see cref="JobEvent"/>s follow, and <see cref="Ended"/> in the end.</summary>
    /// <param name="Job">The job.</param>
    public sealed record Accepted(JobId Job);

    /// <summary>The job does not run.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(JobId Job, Exception Reason);

    /// <summary>The run is over.</summary>
    /// <param name="Outcome">How.</param>
    public sealed record Ended(JobOutcome Outcome);

    /// <summary>Stop a job with a last checkpoint.</summary>
    /// <param name="Job">The job.</param>
    public sealed record Stop(JobId Job);

    /// <summary>Take a savepoint of a job, or stop it, with one or without.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Directory">The savepoint's directory, which is to be made; null for none.</param>
    /// <param name="Stop">Whether the job ends with it.</param>
    /// <param name="Drain">Whether its sources end first.</param>
    public sealed record TakeSavepoint(JobId Job, string? Directory, bool Stop, bool Drain);

    /// <summary>Stop a job without one.</summary>
    /// <param name="Job">The job.</param>
    public sealed record Cancel(JobId Job);

    /// <summary>Say <see cref="Drained"/> once no deletion of segments is under way.</summary>
    public sealed record Drain;

    /// <summary>Nothing is being deleted.</summary>
    public sealed record Drained;

    /// <summary>On the event stream: a job manager leads. Whoever has a job that is not over submits it again.</summary>
    /// <param name="Term">Its term.</param>
    public sealed record ManagerLeads(long Term);

    /// <summary>On the event stream: the job manager has failed, and will be started again.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record ManagerFailed(Exception Reason);
}
