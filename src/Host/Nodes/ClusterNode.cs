namespace Akka.Flink.Host.Nodes;

using Akka.Actor;
using Akka.Cluster;
using Akka.Configuration;
using Akka.Flink.Host.Hosting;
using Microsoft.Extensions.Logging;

/// <summary>A node with an actor system of its own.</summary>
internal sealed class ClusterNode
{
    private ClusterNode(NodeConfiguration configuration, ActorSystem system, AkkaFlink flink)
    {
        Configuration = configuration;
        System = system;
        Flink = flink;
        Cluster.Get(system).RegisterOnMemberUp(() => _up.TrySetResult());
    }

    private readonly TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What it was started with.</summary>
    public NodeConfiguration Configuration { get; }

    /// <summary>Its actor system.</summary>
    public ActorSystem System { get; }

    /// <summary>What it does for the cluster.</summary>
    public AkkaFlink Flink { get; }

    /// <summary>Completes when it is a member of the cluster, and up.</summary>
    public Task Up => _up.Task;

    /// <summary>Starts a node, which goes on to join its cluster.</summary>
    /// <param name="configuration">What it is started with.</param>
    /// <param name="logging">Where the log goes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FlinkException">Its storage, its port or its REST API cannot be had.</exception>
    public static async Task<ClusterNode> StartAsync(
        NodeConfiguration configuration, ILoggerFactory logging, CancellationToken cancellationToken)
    {
        var setup = await NodeSetup.OpenAsync(configuration, logging, cancellationToken).ConfigureAwait(false);
        if (!configuration.HasSeeds)
            await BeginClusterAsync(setup, cancellationToken).ConfigureAwait(false);
        var system = Create(setup);
        var flink = AkkaFlink.Get(system);
        try
        {
            await flink.Started.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await system.Terminate().ConfigureAwait(false);
            throw;
        }

        if (!configuration.HasSeeds)
            Cluster.Get(system).Join(Cluster.Get(system).SelfAddress);
        return new ClusterNode(configuration, system, flink);
    }

    /// <summary>Leaves the cluster, once its jobs have been moved, and ends.</summary>
    public Task LeaveAsync() => CoordinatedShutdown.Get(System).Run(CoordinatedShutdown.ClrExitReason.Instance);

    private static async Task BeginClusterAsync(NodeSetup setup, CancellationToken cancellationToken)
    {
        try
        {
            await setup.Storage.Presence.BeginAsync(setup.Configuration.HostAndPort, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            setup.Storage.Dispose();
            throw;
        }
    }

    private static ActorSystem Create(NodeSetup setup)
    {
        try
        {
            return ActorSystem.Create(NodeConfiguration.SystemName, setup.Of(BootstrapSetup.Create()));
        }
        catch (Exception cause)
        {
            setup.Storage.Dispose();
            var root = cause.GetBaseException();
            throw root is ConfigurationException
                ? NodeErrors.Refused(root)
                : NodeErrors.CannotListen(setup.Configuration.HostAndPort, root);
        }
    }
}
