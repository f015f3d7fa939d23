namespace Akka.Flink.Host.Hosting;

using Akka.Actor;
using Akka.Flink.Host.Nodes;

/// <summary>Makes the <see cref="AkkaFlink"/> of an actor system.</summary>
internal sealed class AkkaFlinkExtension : ExtensionIdProvider<AkkaFlink>
{
    /// <inheritdoc/>
    public override AkkaFlink CreateExtension(ExtendedActorSystem system)
    {
        var setup = system.Settings.Setup.Get<NodeSetup>();
        return setup.HasValue ? new AkkaFlink(system, setup.Value) : throw NodeErrors.NoSetup(system.Name);
    }
}
