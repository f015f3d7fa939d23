namespace Akka.Persistence;

using System.Runtime.Serialization;
using Akka.Actor;

/// <summary>The journal or the snapshot store did not answer a recovery within <c>recovery-event-timeout</c>.</summary>
public sealed class RecoveryTimedOutException : AkkaException
{
    public RecoveryTimedOutException()
    {
    }

    public RecoveryTimedOutException(string message, Exception cause = null)
        : base(message, cause)
    {
    }

    public RecoveryTimedOutException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
