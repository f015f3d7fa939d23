namespace Akka.Flink.Runtime;

/// <summary>Every way in which a savepoint cannot be taken, read or begun from, in one place.</summary>
internal static class SavepointErrors
{
    public static StorageException NoDirectory(string job) => new(ErrorDomain.Definition,
        $"A savepoint of job '{job}' was asked for without saying where. Name a directory, or set " +
        "'akka.flink.execution.checkpointing.savepoint-dir'.");

    public static StorageException NotAbsolute(string directory) => new(ErrorDomain.Definition,
        $"'{directory}' is no place for a savepoint of a cluster: its nodes have working folders of their own. Name the whole path of a " +
        "directory that all of them share.");

    public static StorageException CannotCreate(string directory, Exception cause) => new(ErrorDomain.External,
        $"The directory '{directory}' of a savepoint could not be made: {cause.Message} Name a directory that can be written to " +
        "and, in a cluster, that all nodes share.", cause);

    public static StorageException NotShared(string directory, string node) => new(ErrorDomain.External,
        $"The directory '{directory}' of a savepoint is not there on node '{node}'. Name a directory that all nodes share under the same " +
        "path.");

    public static StorageException FileMissing(string path, Exception? cause) => new(ErrorDomain.External,
        $"The file '{path}', which a task wrote for a savepoint, is not to be seen by the job manager{Because(cause)}. Name a directory " +
        "that all nodes share under the same path.", cause);

    public static StorageException NotWritten(string path, Exception cause) => new(ErrorDomain.External,
        $"The manifest '{path}' of a savepoint could not be written: {cause.Message} Without it the directory is no savepoint: delete " +
        "it, see that there is room, and ask for another.", cause);

    public static StorageException NotASavepoint(string directory, Exception? cause) => new(ErrorDomain.Definition,
        $"There is no savepoint in '{directory}': no file '{SavepointDirectory.ManifestName}'{Because(cause)}. Name the directory that " +
        "'akka-flink savepoint' or 'stop --savepoint' printed, not the one above it; one whose manifest was never written is unfinished.",
        cause);

    public static StorageException Unreadable(string path, Exception cause) => new(ErrorDomain.External,
        $"The savepoint's manifest '{path}' could not be read: {cause.Message}", cause);

    public static StorageException NewerVersion(string path, int found, int known) => new(ErrorDomain.Definition,
        $"The savepoint's manifest '{path}' has format version {found}; this program reads versions up to {known}. Use the release that " +
        "wrote it, or a later one.");

    public static StorageException Damaged(string path, long at, string damage) => new(ErrorDomain.External,
        $"The savepoint's file '{path}' is damaged at byte {at}: {damage} " +
        "Bring the whole directory back from a copy, or use another savepoint.");

    public static StorageException FileCutOff(string path, long expected, long found) => new(ErrorDomain.External,
        $"The savepoint's file '{path}' has {found} bytes instead of {expected}. " +
        "Bring the whole directory back from a copy, or use another savepoint.");

    public static JobException JobRuns(JobId job, string directory) => new(ErrorDomain.Definition,
        $"Job '{job}' runs, so it cannot begin from savepoint '{directory}'. Stop or cancel it first, or give this one another " +
        "'akka.flink.pipeline.job-id'.");

    public static JobException NeedsCheckpoints(string job) => new(ErrorDomain.Definition,
        $"Job '{job}' takes no checkpoints, so it cannot begin from a savepoint, nor take one. Set " +
        "'akka.flink.execution.checkpointing.interval'.");

    private static string Because(Exception? cause) => cause is null ? "" : $" ({cause.Message.TrimEnd('.')})";
}
