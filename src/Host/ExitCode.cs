namespace Akka.Flink.Host;

/// <summary>What the process ends with: docs/cli.md.</summary>
internal enum ExitCode
{
    /// <summary>The job finished, or had finished before; everything is committed.</summary>
    Finished = 0,

    /// <summary>The job failed, or the program did; the last checkpoint is kept.</summary>
    Failed = 1,

    /// <summary>The command line, the configuration or the program makes no sense; nothing was started.</summary>
    Usage = 2,

    /// <summary>The job was stopped with a last checkpoint: the same command resumes it.</summary>
    Stopped = 3,

    /// <summary>Another process runs this job.</summary>
    Busy = 4,

    /// <summary>The cluster has gone on without this node: it wants to be started again.</summary>
    Downed = 5,

    /// <summary>The run was aborted without a last checkpoint.</summary>
    Aborted = 130,
}
