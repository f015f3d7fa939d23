namespace Akka.Actor;

using Akka.Actor.Internal;

/// <summary>Sends a message and returns a task that the answer completes.</summary>
public static class Futures
{
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, null, cancellationToken);

    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(message, timeout, CancellationToken.None);

    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(message, null, cancellationToken);

    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        Ask<T>(self, message, null, timeout, cancellationToken);

    public static Task<T> Ask<T>(
        this ICanTell self, Func<IActorRef, object> messageFactory, TimeSpan? timeout, CancellationToken cancellationToken) =>
        Ask<T>(self, null, messageFactory, timeout, cancellationToken);

    private static async Task<T> Ask<T>(
        ICanTell self, object message, Func<IActorRef, object> messageFactory, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var provider = ResolveProvider(self) ?? throw new ArgumentException(
            $"Unable to resolve the actor system of [{self}]. Ask a reference that belongs to a system, or ask from inside an actor.",
            nameof(self));

        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var future = provider.CreateFutureRef(result);
        future.Open();
        try
        {
            if (messageFactory is not null)
                message = messageFactory(future);

            var patience = timeout ?? provider.Settings.AskTimeout;
            using var timer = patience > TimeSpan.Zero ? StartTimer(result, self, message, patience) : null;
            using var registration = cancellationToken.UnsafeRegister(
                static (source, token) => ((TaskCompletionSource<T>)source).TrySetCanceled(token), result);

            future.DeliverAsk(message, self);
            return await result.Task.ConfigureAwait(false);
        }
        finally
        {
            future.Close();
        }
    }

    private static Timer StartTimer<T>(TaskCompletionSource<T> result, ICanTell target, object message, TimeSpan timeout)
    {
        return new Timer(_ => result.TrySetException(Expired()), null, timeout, Timeout.InfiniteTimeSpan);

        AskTimeoutException Expired() => new(
            $"Timeout after {timeout} seconds: {target} has not answered a message of type [{message?.GetType()}] " +
            $"with one of type [{typeof(T)}]. Ask with a longer timeout or set 'akka.actor.ask-timeout', if the actor is only slow.");
    }

    private static IActorRefProvider ResolveProvider(ICanTell self) => self switch
    {
        ActorSelection selection => ResolveProvider(selection.Anchor),
        IInternalActorRef actor => actor.Provider,
        _ => InternalCurrentActorCellKeeper.Current?.SystemImpl.Provider,
    };
}
