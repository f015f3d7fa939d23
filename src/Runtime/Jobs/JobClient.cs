namespace Akka.Flink.Runtime;

using Akka.Actor;

/// <summary>A job that was submitted.</summary>
/// <param name="jobId">The job.</param>
/// <param name="actor">Stands for it.</param>
/// <param name="completion">Ends with the job.</param>
internal sealed class JobClient(JobId jobId, IActorRef actor, Task<JobOutcome> completion) : IJobClient
{
    private long _observers;

    /// <inheritdoc/>
    public JobId JobId { get; } = jobId;

    /// <inheritdoc/>
    public Task<JobOutcome> Completion { get; } = completion;

    /// <inheritdoc/>
    public IDisposable Subscribe(Action<JobEvent> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);

        var number = Interlocked.Increment(ref _observers);
        actor.Tell(new JobClientActor.AddObserver(number, observer));
        return new Subscription(actor, number);
    }

    /// <inheritdoc/>
    public void Stop() => actor.Tell(new JobClientActor.Order(new JobManagerProtocol.Stop(JobId)));

    /// <inheritdoc/>
    public void TakeSavepoint(string directory) =>
        actor.Tell(new JobClientActor.Order(new JobManagerProtocol.TakeSavepoint(JobId, directory, Stop: false, Drain: false)));

    /// <inheritdoc/>
    public void StopWith(string? directory, bool drain) =>
        actor.Tell(new JobClientActor.Order(new JobManagerProtocol.TakeSavepoint(JobId, directory, Stop: true, drain)));

    /// <inheritdoc/>
    public void Cancel() => actor.Tell(new JobClientActor.Order(new JobManagerProtocol.Cancel(JobId)));

    private sealed class Subscription(IActorRef actor, long number) : IDisposable
    {
        public void Dispose() => actor.Tell(new JobClientActor.RemoveObserver(number));
    }
}
