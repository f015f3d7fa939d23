namespace Akka.Cluster;

using System.Runtime.Serialization;
using Akka.Actor;

/// <summary>A node could not join in the time it was given.</summary>
public class ClusterJoinFailedException : AkkaException
{
    public ClusterJoinFailedException(string message)
        : base(message)
    {
    }

    protected ClusterJoinFailedException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
