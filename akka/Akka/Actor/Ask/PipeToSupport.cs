namespace Akka.Actor;

/// <summary>Sends the outcome of a task as a message.</summary>
public static class PipeToSupport
{
    public static Task PipeTo<T>(
        this Task<T> taskToPipe,
        ICanTell recipient,
        IActorRef sender = null,
        Func<T, object> success = null,
        Func<Exception, object> failure = null) =>
        PipeTo(taskToPipe, recipient, false, sender, success, failure);

    public static Task PipeTo<T>(
        this ValueTask<T> taskToPipe,
        ICanTell recipient,
        IActorRef sender = null,
        Func<T, object> success = null,
        Func<Exception, object> failure = null) =>
        PipeTo(taskToPipe, recipient, false, sender, success, failure);

    public static async Task PipeTo<T>(
        this Task<T> taskToPipe,
        ICanTell recipient,
        bool useConfigureAwait,
        IActorRef sender = null,
        Func<T, object> success = null,
        Func<Exception, object> failure = null)
    {
        sender ??= ActorRefs.NoSender;
        try
        {
            var result = await taskToPipe.ConfigureAwait(useConfigureAwait);
            recipient.Tell(success is null ? result : success(result), sender);
        }
        catch (Exception cause)
        {
            recipient.Tell(FailureOf(cause, failure), sender);
        }
    }

    public static async Task PipeTo<T>(
        this ValueTask<T> taskToPipe,
        ICanTell recipient,
        bool useConfigureAwait,
        IActorRef sender = null,
        Func<T, object> success = null,
        Func<Exception, object> failure = null)
    {
        sender ??= ActorRefs.NoSender;
        try
        {
            var result = await taskToPipe.ConfigureAwait(useConfigureAwait);
            recipient.Tell(success is null ? result : success(result), sender);
        }
        catch (Exception cause)
        {
            recipient.Tell(FailureOf(cause, failure), sender);
        }
    }

    public static Task PipeTo(
        this Task taskToPipe,
        ICanTell recipient,
        IActorRef sender = null,
        Func<object> success = null,
        Func<Exception, object> failure = null) =>
        PipeTo(taskToPipe, recipient, false, sender, success, failure);

    public static Task PipeTo(
        this ValueTask taskToPipe,
        ICanTell recipient,
        IActorRef sender = null,
        Func<object> success = null,
        Func<Exception, object> failure = null) =>
        PipeTo(taskToPipe, recipient, false, sender, success, failure);

    /// <summary>Without <paramref name="success"/> nothing is sent for a task that succeeds.</summary>
    public static async Task PipeTo(
        this Task taskToPipe,
        ICanTell recipient,
        bool useConfigureAwait,
        IActorRef sender = null,
        Func<object> success = null,
        Func<Exception, object> failure = null)
    {
        sender ??= ActorRefs.NoSender;
        try
        {
            await taskToPipe.ConfigureAwait(useConfigureAwait);
            if (success is not null)
                recipient.Tell(success(), sender);
        }
        catch (Exception cause)
        {
            recipient.Tell(FailureOf(cause, failure), sender);
        }
    }

    /// <inheritdoc cref="PipeTo(Task, ICanTell, bool, IActorRef, Func{object}, Func{Exception, object})"/>
    public static Task PipeTo(
        this ValueTask taskToPipe,
        ICanTell recipient,
        bool useConfigureAwait,
        IActorRef sender = null,
        Func<object> success = null,
        Func<Exception, object> failure = null) =>
        PipeTo(taskToPipe.AsTask(), recipient, useConfigureAwait, sender, success, failure);

    private static object FailureOf(Exception cause, Func<Exception, object> failure) =>
        failure is null ? new Status.Failure(cause) : failure(cause);
}
