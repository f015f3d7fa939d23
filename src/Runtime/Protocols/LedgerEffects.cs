namespace Akka.Flink.Runtime;

/// <summary>What the protocol of the job manager wants done, in order.</summary>
internal static class LedgerEffects
{
    /// <summary>Something to do.</summary>
    public interface IEffect;

    /// <summary>Make an event durable, then say <see cref="LedgerInputs.Durable"/>; nothing else is taken in before. Never more than one in
    /// a step.</summary>
    /// <param name="Happened">The event.</param>
    public sealed record Persist(ControlEvents.IControlEvent Happened) : IEffect;

    /// <summary>The manager leads: it may take in what waited.</summary>
    /// <param name="Term">Its term.</param>
    public sealed record Lead(long Term) : IEffect;

    /// <summary>Start the master of a job.</summary>
    /// <param name="Job">The job.</param>
    public sealed record StartMaster(JobId Job) : IEffect;

    /// <summary>Refuse a submission.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Finished">What is recorded of it.</param>
    public sealed record Refuse(JobId Job, JobRecord Finished) : IEffect;

    /// <summary>Refuse a submission: another job has its name.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Other">The job that has it.</param>
    public sealed record RefuseName(JobId Job, JobRecord Other) : IEffect;

    /// <summary>Tell a master.</summary>
    /// <param name="Job">Its job.</param>
    /// <param name="Message">One of <see cref="JobInputs"/>.</param>
    public sealed record TellMaster(JobId Job, object Message) : IEffect;

    /// <summary>Delete segments that nothing needs.</summary>
    /// <param name="Segments">Which.</param>
    public sealed record DeleteSegments(IReadOnlyList<SegmentId> Segments) : IEffect;

    /// <summary>Look for segments of attempts before this one that no retained checkpoint names, and delete them.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Attempt">The attempt that begins.</param>
    /// <param name="Named">What retained checkpoints name.</param>
    public sealed record DeleteOrphans(JobId Job, int Attempt, IReadOnlySet<SegmentId> Named) : IEffect;
}
