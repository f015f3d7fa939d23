namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>The scheduler cannot take the order.</summary>
public sealed class SchedulerException : AkkaException
{
    public SchedulerException(string message)
        : base(message)
    {
    }

    public SchedulerException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
