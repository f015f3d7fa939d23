namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>An actor failed in its constructor or in <c>PostRestart</c> when it was restarted.</summary>
public class PostRestartException : ActorInitializationException
{
    public PostRestartException(IActorRef actor, Exception cause, Exception originalCause)
        : base(actor, $"Exception post restart ({originalCause?.GetType().ToString() ?? "null"})", cause) => OriginalCause = originalCause;

    protected PostRestartException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }

    public Exception OriginalCause { get; }
}
