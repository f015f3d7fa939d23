namespace Akka.Actor;

/// <summary>Stops an actor and waits until it is gone.</summary>
public static class GracefulStopSupport
{
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) => GracefulStop(target, timeout, PoisonPill.Instance);

    /// <exception cref="TaskCanceledException">The actor has not terminated within <paramref name="timeout"/>.</exception>
    public static async Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        using var promise = TerminationPromiseRef.Watch(target);
        target.Tell(stopMessage, ActorRefs.NoSender);
        try
        {
            await promise.Terminated.WaitAsync(timeout).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            throw new TaskCanceledException(
                $"[{target}] has not terminated within {timeout} after [{stopMessage}]. Wait longer, or make it handle that message.");
        }
    }
}
