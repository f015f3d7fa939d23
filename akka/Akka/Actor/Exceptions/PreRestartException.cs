namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>An actor failed in <c>PreRestart</c>.</summary>
public class PreRestartException : ActorInitializationException
{
    public PreRestartException(IActorRef actor, Exception restartException, Exception cause, object optionalMessage)
        : base(actor, Describe(restartException, cause, optionalMessage), cause)
    {
        RestartException = restartException;
        OptionalMessage = optionalMessage;
    }

    protected PreRestartException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }

    public object OptionalMessage { get; }

    public Exception RestartException { get; }

    private static string Describe(Exception restartException, Exception cause, object optionalMessage) =>
        $"Exception in PreRestart(exception = {cause?.GetType().ToString() ?? "null"}, "
        + $"message = {optionalMessage?.GetType().ToString() ?? "null"}): {restartException?.Message}";
}
