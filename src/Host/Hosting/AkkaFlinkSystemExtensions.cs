namespace Akka.Flink.Host.Hosting;

using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Flink.Host.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

/// <summary>Lets an application's own actor system run jobs.</summary>
public static class AkkaFlinkSystemExtensions
{
    /// <summary>Adds what an actor system needs to run jobs: provider, serializers, dispatchers, journals; and opens the storage that the
    /// nodes of its cluster share.</summary>
    /// <param name="setup">The setup so far. Its configuration says where the system listens and whom it joins
    /// (<c>akka.remote.dot-netty.tcp</c>, <c>akka.cluster.seed-nodes</c>), and may set keys below <c>akka.flink</c>; environment variables
    /// win over it.</param>
    /// <param name="logging">Where the log goes; null for nowhere. It is not disposed.</param>
    /// <param name="cancellationToken">Gives up waiting for the storage.</param>
    /// <returns>The setup to create the system with; then <see cref="AkkaFlink.Get"/> starts its share of the cluster.</returns>
    /// <remarks><para>All nodes of a cluster have the same system name, in the application as elsewhere.</para></remarks>
    /// <exception cref="FlinkException">The configuration makes no sense, or the storage belongs to another cluster or cannot be
    /// used.</exception>
    public static async Task<ActorSystemSetup> WithAkkaFlinkAsync(
        this BootstrapSetup setup, ILoggerFactory? logging = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(setup);

        var own = setup.Config.HasValue ? setup.Config.Value : Config.Empty;
        var configuration = NodeConfiguration.OfApplication(own, EnvironmentVariables.All());
        var node = await NodeSetup.OpenAsync(configuration, logging ?? NullLoggerFactory.Instance, cancellationToken)
            .ConfigureAwait(false);
        return node.Of(setup);
    }
}
