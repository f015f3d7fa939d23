namespace Akka.Pattern;

using System.Runtime.Serialization;
using Akka.Actor;

/// <summary>A call came at a time when it makes no sense.</summary>
public class IllegalStateException : AkkaException
{
    public IllegalStateException(string message)
        : base(message)
    {
    }

    public IllegalStateException(string message, Exception innerEx)
        : base(message, innerEx)
    {
    }

    protected IllegalStateException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
