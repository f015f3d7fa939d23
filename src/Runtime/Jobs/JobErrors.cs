namespace Akka.Flink.Runtime;

using System.Globalization;

/// <summary>Every way in which submitting, restoring or keeping track of jobs fails, in one place.</summary>
internal static class JobErrors
{
    public static JobException UnclaimedState(CheckpointId checkpoint, IReadOnlyList<string> unclaimed, IEnumerable<string> present) => new(
        ErrorDomain.Definition,
        $"Checkpoint {checkpoint} holds state of {Uids(unclaimed)}, which the job does not have; it has {Uids(present)}. " +
        "Give the operators their uids back with Uid, or run under another 'akka.flink.pipeline.job-id' to start afresh.");

    public static JobException CheckpointOfAnotherJob(
        CheckpointId checkpoint, IReadOnlyList<string> unclaimed, IEnumerable<string> present) => new(ErrorDomain.Definition,
        $"Checkpoint {checkpoint} is of another job: it holds state of {Uids(unclaimed)} only, and this job has none of these but " +
        $"{Uids(present)}. Two programs must not share a 'akka.flink.pipeline.job-id': give this one another.");

    public static JobException UnclaimedInSavepoint(
        string directory, IReadOnlyList<string> unclaimed, IEnumerable<string> present) => new(ErrorDomain.Definition,
        $"Savepoint '{directory}' holds state of {Uids(unclaimed)}, which the job does not have; it has {Uids(present)}. Give the " +
        "operators their uids back with Uid, or leave that state behind with --allow-non-restored-state " +
        "('akka.flink.execution.state-recovery.ignore-unclaimed-state').");

    public static JobException OtherKeyGroups(string from, string uid, int written, int now) => new(ErrorDomain.Definition,
        $"{from} holds the state of operator '{uid}' in {written} key groups; the job has {now}. Their number cannot " +
        $"change: set it back with SetMaxParallelism({written}).");

    public static JobFinishedException HasFinished(JobRecord record) => new(
        $"Job '{record.Job}' ({record.Name}) has finished at {Moment(record.ChangedAt)}" +
        $"{(record.Wrote.IsEmpty ? "" : " and wrote " + string.Join(", ", record.Wrote))}. Nothing is left to do: run it anew with " +
        "'--restart', or give it another 'akka.flink.pipeline.job-id'.");

    public static JobException JournalFailed(string doing, Exception cause) => new(ErrorDomain.External,
        $"The control journal failed while {doing}: {cause.Message} Jobs are recorded there, so none can run without it. See that the " +
        "database under 'akka.flink.dir' can be written by this process, that no other program holds a lock on it, and that the disk has " +
        "room.", cause);

    public static JobException UnknownEvent(string manifest) => new(ErrorDomain.Definition,
        $"The control journal holds an event of kind '{manifest}', which this version does not know. A newer version " +
        "wrote it: run that one.");

    public static ArgumentException NotAnEvent(Type type, string parameter) => new(
        $"'{type}' is not an event of the job manager, so the control journal cannot hold it. Give it a manifest in ControlSerializer.",
        parameter);

    public static TaskFailure MasterFailed(JobId job, Exception cause) => TaskFailure.Of(cause, cause is FlinkException
        ? cause.Message
        : $"The master of job '{job}' failed: {cause.GetType().Name}: {cause.Message} The details are in the log.");

    public static TaskFailure MasterGone(JobId job) => new(ErrorDomain.Internal, false,
        $"The master of job '{job}' has ended without saying why. The log has the details; the same command resumes the job.", null, null);

    public static JobException ManagerGone(JobId job) => new(ErrorDomain.Internal,
        $"The job manager has ended while job '{job}' ran. The job takes no checkpoints, so it cannot go on: run it anew. See the log " +
        "for why the job manager ended.");

    public static JobException OtherGraph(SubtaskId subtask, string expected, string found) => new(ErrorDomain.Definition,
        $"Subtask {subtask} (vertex.subtask) was made of another job graph ({found}) than the one submitted ({expected}). All nodes must " +
        "run the same program.");

    public static JobException ConfigurationMissing(string key) => new(ErrorDomain.Definition,
        $"The actor system has no '{key}'. Add JobRuntime.DefaultConfiguration as the last fallback of its configuration.");

    private static string Uids(IEnumerable<string> uids) => string.Join(", ", uids.Order(StringComparer.Ordinal).Select(uid => $"'{uid}'"));

    private static string Moment(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
