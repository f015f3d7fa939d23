namespace Akka.Actor;

/// <summary>Waits for the end of an actor from outside actors.</summary>
public static class WatchAsyncSupport
{
    /// <summary>True when the actor has terminated, false when <paramref name="token"/> was cancelled before.</summary>
    public static async Task<bool> WatchAsync(this IActorRef target, CancellationToken token = default)
    {
        using var promise = TerminationPromiseRef.Watch(target);
        try
        {
            await promise.Terminated.WaitAsync(token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
