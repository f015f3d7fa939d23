namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Flink.Operators;

/// <summary>Runs the enumerators of an attempt on the thread of its job master; their calls get threads of their own.</summary>
/// <param name="attempt">The attempt.</param>
/// <param name="master">The job master.</param>
/// <param name="clock">The node's clock.</param>
internal sealed class MasterCoordinatorHost(int attempt, IActorRef master, TimeProvider clock) : ICoordinatorHost, IDisposable
{
    private readonly HashSet<ITimer> _timers = [];

    // A call may block for as long as a broker does not answer: it must not take a thread from the pool that everything else waits for.
    /// <inheritdoc/>
    public Task<T> Begin<T>(Func<Task<T>> call) =>
        Task.Factory.StartNew(call, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

    /// <inheritdoc/>
    public void Post(Action action) => master.Tell(new Posted(attempt, action), ActorRefs.NoSender);

    /// <inheritdoc/>
    public void Schedule(TimeSpan delay, Action action)
    {
        ITimer timer = null!;
        timer = clock.CreateTimer(_ => Post(Once), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timers.Add(timer);
        timer.Change(delay, Timeout.InfiniteTimeSpan);

        void Once()
        {
            _timers.Remove(timer);
            timer.Dispose();
            action();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var timer in _timers)
            timer.Dispose();
        _timers.Clear();
    }

    /// <summary>To the job master: do this on your thread, if the attempt is still there.</summary>
    /// <param name="Attempt">The attempt.</param>
    /// <param name="Action">What to do.</param>
    public sealed record Posted(int Attempt, Action Action);
}
