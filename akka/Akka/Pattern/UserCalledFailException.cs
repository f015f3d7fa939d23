namespace Akka.Pattern;

using System.Runtime.Serialization;
using Akka.Actor;

/// <summary>The cause of a failure that <see cref="CircuitBreaker.Fail"/> reported.</summary>
public class UserCalledFailException : AkkaException
{
    public UserCalledFailException()
        : base($"User code caused {nameof(CircuitBreaker)} to fail because it calls the {nameof(CircuitBreaker.Fail)} method.")
    {
    }

    protected UserCalledFailException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
