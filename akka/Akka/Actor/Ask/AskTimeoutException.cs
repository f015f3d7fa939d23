namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>No answer came in time.</summary>
public class AskTimeoutException : AkkaException
{
    public AskTimeoutException(string message)
        : base(message)
    {
    }

    protected AskTimeoutException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
