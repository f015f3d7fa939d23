namespace Akka.Flink.Host.Nodes;

using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Flink.Host.Logging;
using Akka.Flink.Runtime;
using Microsoft.Extensions.Logging;

/// <summary>Hands an actor system what its node needs: the configuration, and the storage that is open.</summary>
/// <param name="configuration">The configuration.</param>
/// <param name="storage">The storage; the node disposes of it after the actor system has terminated.</param>
/// <param name="logging">Where the log goes.</param>
internal sealed class NodeSetup(NodeConfiguration configuration, ClusterStorage storage, ILoggerFactory logging) : Setup
{
    /// <summary>The configuration.</summary>
    public NodeConfiguration Configuration { get; } = configuration;

    /// <summary>The storage.</summary>
    public ClusterStorage Storage { get; } = storage;

    /// <summary>Where the log goes.</summary>
    public ILoggerFactory Logging { get; } = logging;

    /// <summary>What an actor system needs of the configuration to have a node.</summary>
    public Config Config => Configuration.Akka.WithFallback(Storage.Config).WithFallback(JobRuntime.DefaultConfiguration);

    /// <summary>Opens the storage.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="logging">Where the log goes.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="StorageException">It belongs to another cluster, or cannot be used.</exception>
    public static async Task<NodeSetup> OpenAsync(
        NodeConfiguration configuration, ILoggerFactory logging, CancellationToken cancellationToken)
    {
        var storage = await ClusterStorage.OpenAsync(configuration.Storage, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        return new NodeSetup(configuration, storage, logging);
    }

    /// <summary>What to create the actor system with.</summary>
    /// <param name="bootstrap">The setup so far.</param>
    public ActorSystemSetup Of(BootstrapSetup bootstrap) =>
        bootstrap.WithConfig(Config).WithMicrosoftLogging(Logging).And(this);
}
