namespace Akka.Cluster;

using Akka.Actor;
using Akka.Actor.Internal;

/// <summary>The id of the extension <see cref="Cluster"/>.</summary>
public class ClusterExtension : ExtensionIdProvider<Cluster>
{
    public override Cluster CreateExtension(ExtendedActorSystem system) => new((ActorSystemImpl)system);
}
