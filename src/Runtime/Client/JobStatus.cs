namespace Akka.Flink.Runtime;

/// <summary>What a job is doing.</summary>
/// <remarks><para><b>Flink.</b> <c>JobStatus</c>.</para></remarks>
internal enum JobStatus
{
    /// <summary>Known, and waiting for slots or for an attempt to begin.</summary>
    Created,

    /// <summary>Tasks are being deployed, connected and opened.</summary>
    Starting,

    /// <summary>Records are processed.</summary>
    Running,

    /// <summary>An attempt has failed, or the job moves to other slots; its tasks are being stopped, or the delay before the next one
    /// runs.</summary>
    Restarting,

    /// <summary>A last checkpoint is being taken.</summary>
    Stopping,

    /// <summary>Ended with a last checkpoint: the same command resumes it.</summary>
    Suspended,

    /// <summary>Ended because its input has ended; everything is committed.</summary>
    Finished,

    /// <summary>Ended by an error that the restart strategy does not cover; its last checkpoint is kept, and the same command resumes
    /// it.</summary>
    Failed,

    /// <summary>Ended by request, without a last checkpoint.</summary>
    Canceled,
}
