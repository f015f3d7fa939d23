namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>The stash is full.</summary>
public class StashOverflowException : AkkaException
{
    public StashOverflowException(string message, Exception cause = null)
        : base(message, cause)
    {
    }

    protected StashOverflowException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
