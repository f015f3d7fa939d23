namespace Akka.Remote;

using System.Runtime.Serialization;
using Akka.Actor;

/// <summary>Remoting cannot do what it was asked for.</summary>
public class RemoteTransportException : AkkaException
{
    public RemoteTransportException(string message, Exception cause = null)
        : base(message, cause)
    {
    }

    protected RemoteTransportException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
