namespace Akka.Flink.Runtime;

/// <summary>A job that was submitted.</summary>
/// <remarks><para><b>Threads.</b> Any.</para><para><b>Flink.</b> <c>JobClient</c>.</para></remarks>
internal interface IJobClient
{
    /// <summary>The job.</summary>
    JobId JobId { get; }

    /// <summary>Ends with the job. It does not fail: a job that failed has a result that says so.</summary>
    Task<JobOutcome> Completion { get; }

    /// <summary>Hears of what happens to the job, in order: events at once, <see cref="JobReport"/>s once a second. The first observer
    /// hears everything since the job was submitted, except for reports; others begin with the current attempt and status.</summary>
    /// <param name="observer">Called by an actor's thread: must not block.</param>
    /// <returns>Ends the subscription.</returns>
    IDisposable Subscribe(Action<JobEvent> observer);

    /// <summary>Takes a last checkpoint behind which every task freezes, and ends the job there: the same command resumes it. Asking again
    /// changes nothing.</summary>
    void Stop();

    /// <summary>Takes a savepoint. <see cref="SavepointDone"/> or <see cref="SavepointFailed"/> follows.</summary>
    /// <param name="directory">Its directory, which is to be made.</param>
    void TakeSavepoint(string directory);

    /// <summary>As <see cref="Stop"/>, with a savepoint or behind the end of all input. When the savepoint comes to nothing, the job goes
    /// on, and <see cref="SavepointFailed"/> says why.</summary>
    /// <param name="directory">The savepoint's directory, which is to be made; null for none.</param>
    /// <param name="drain">Whether sources end first, as if there were nothing more to read.</param>
    void StopWith(string? directory, bool drain);

    /// <summary>Ends the job without a checkpoint; what was committed stays.</summary>
    void Cancel();
}
