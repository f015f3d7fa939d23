namespace Akka.Actor.Internal;

/// <summary>What is to be done when the last actor of a system has ended, last registered first.</summary>
internal sealed class TerminationCallbacks
{
    private readonly object _lock = new();
    private readonly Stack<Action> _callbacks = new();
    private bool _ended;

    public TerminationCallbacks(Task lastActorEnded) =>
        WhenTerminated = lastActorEnded.ContinueWith(
            _ => RunAll(), CancellationToken.None, TaskContinuationOptions.RunContinuationsAsynchronously, TaskScheduler.Default);

    public Task WhenTerminated { get; }

    public void Add(Action callback)
    {
        lock (_lock)
        {
            if (_ended)
                throw new InvalidOperationException("ActorSystem already terminated.");

            _callbacks.Push(callback);
        }
    }

    private void RunAll()
    {
        lock (_lock)
            _ended = true;

        List<Exception> failures = [];
        while (_callbacks.TryPop(out var callback))
        {
            try
            {
                callback();
            }
            catch (Exception cause)
            {
                failures.Add(cause);
            }
        }

        if (failures.Count > 0)
            throw new AggregateException("Callbacks of RegisterOnTermination failed.", failures);
    }
}
