namespace Akka.Cluster.Tools.Singleton;

using System.Runtime.Serialization;
using Akka.Actor;

/// <summary>A hand-over does not come about; the manager is restarted for it.</summary>
public sealed class ClusterSingletonManagerIsStuckException : AkkaException
{
    public ClusterSingletonManagerIsStuckException(string message)
        : base(message)
    {
    }

    public ClusterSingletonManagerIsStuckException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
