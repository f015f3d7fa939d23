namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>A message that cannot be sent, such as <c>null</c>.</summary>
public class InvalidMessageException : AkkaException
{
    public InvalidMessageException()
        : this("Message is null")
    {
    }

    public InvalidMessageException(string message)
        : base(message)
    {
    }

    protected InvalidMessageException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
