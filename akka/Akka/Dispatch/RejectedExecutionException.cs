namespace Akka.Dispatch;

using System.Runtime.Serialization;
using Akka.Actor;

/// <summary>An executor refuses work because it has been shut down.</summary>
public class RejectedExecutionException : AkkaException
{
    public RejectedExecutionException(string message = null, Exception inner = null)
        : base(message, inner)
    {
    }

    protected RejectedExecutionException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
