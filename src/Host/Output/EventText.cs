namespace Akka.Flink.Host.Output;

using Akka.Flink.Runtime;

/// <summary>What happened to a job, in lines that people read and scripts search.</summary>
internal static class EventText
{
    /// <summary>The lines of an event.</summary>
    /// <param name="heard">The event.</param>
    /// <returns>None for what is not worth one: reports, periodic checkpoints, and that the job has failed, which its last attempt and the
    /// summary say.</returns>
    public static IReadOnlyList<string> Of(JobEvent heard) => heard switch
    {
        AttemptBegan attempt => OfAttempt(attempt),
        CheckpointDone { Kind: not CheckpointKind.Periodic } done =>
            [$"{(done.Kind == CheckpointKind.Final ? "Final" : "Last")} {Name(done.Checkpoint)} is complete."],
        SavepointDone done => [$"Savepoint {done.Path} is complete: {Figures.Size(done.Bytes)}."],
        SavepointFailed failed => [$"Savepoint {failed.Path} came to nothing: {failed.Reason}"],
        CheckpointFailed failed => [$"C{Name(failed.Checkpoint)[1..]} failed: {failed.Reason}"],
        AttemptFailed failed => OfFailure(failed),
        StatusChanged { Status: not JobStatus.Failed, Reason: { } reason } changed => [$"{changed.Status}: {reason}"],
        _ => [],
    };

    private static string Name(CheckpointId checkpoint) => $"checkpoint {checkpoint.Number} of attempt {checkpoint.Attempt}";

    private static List<string> OfAttempt(AttemptBegan attempt)
    {
        var lines = new List<string>
        {
            attempt.RestoredFrom is { } checkpoint
                ? $"Attempt {attempt.Attempt} of job '{attempt.Job}' resumes from {Name(checkpoint)}:"
                : $"Attempt {attempt.Attempt} of job '{attempt.Job}' starts afresh.",
        };
        foreach (var position in attempt.Positions)
            lines.Add($"  at {position}");
        return lines;
    }

    private static List<string> OfFailure(AttemptFailed failed)
    {
        var then = failed.RestartsIn is { } delay ? $"It restarts in {Figures.Time(delay)}." : "It is not started again.";
        return [$"Attempt {failed.Attempt} failed: {failed.Failure.Message}", $"  {then}"];
    }
}
