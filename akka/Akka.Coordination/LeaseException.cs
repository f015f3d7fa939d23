namespace Akka.Coordination;

using System.Runtime.Serialization;

/// <summary>A lease could not be acquired, renewed or released for another reason than that somebody else has it.</summary>
public class LeaseException : Exception
{
    public LeaseException(string message)
        : base(message)
    {
    }

    public LeaseException(string message, Exception innerEx)
        : base(message, innerEx)
    {
    }

    protected LeaseException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
