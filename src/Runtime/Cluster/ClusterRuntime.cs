namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Cluster;
using Akka.Cluster.Sharding;
using Akka.Cluster.Tools.Singleton;

/// <summary>A node's share of a cluster that runs jobs: its slots, and the job manager when it is its turn.</summary>
/// <remarks><para><b>Threads.</b> Any. It ends with the actor system; when that ends by CoordinatedShutdown, jobs are moved to other nodes
/// first.</para></remarks>
internal sealed class ClusterRuntime
{
    private const string SlotType = "flink-slots";
    private const string ManagerName = "flink-jobs";
    private const string SingletonName = "job-manager";

    private ClusterRuntime(IClusterClient client, NodeDescription node) => (Client, Node) = (client, node);

    /// <summary>Asks the job manager, wherever it runs.</summary>
    public IClusterClient Client { get; }

    /// <summary>What the node says of itself.</summary>
    public NodeDescription Node { get; }

    /// <summary>Starts the actors of a node.</summary>
    /// <param name="system">The actor system, a member of the cluster or about to be one; its configuration falls back to
    /// <see cref="JobRuntime.DefaultConfiguration"/>.</param>
    /// <param name="services">What the actors share; <see cref="NodeServices.Node"/> is the node's unique address, see
    /// <see cref="NodeNameOf"/>.</param>
    /// <param name="settings">The node's part.</param>
    /// <returns>The runtime; it can be asked at once.</returns>
    /// <exception cref="JobException">The configuration lacks <see cref="JobRuntime.DefaultConfiguration"/>.</exception>
    public static ClusterRuntime Start(ActorSystem system, NodeServices services, ClusterSettings settings)
    {
        JobRuntime.CheckConfiguration(system);
        var node = new NodeDescription(services.Node, settings.Slots, settings.Version, settings.RestUrl);
        system.ActorOf(NodeAgent.Props(services), "flink-node");
        var region = StartSlots(system, services, settings);
        var cluster = Cluster.Get(system);
        if (settings.Role.Length == 0 || cluster.SelfRoles.Contains(settings.Role))
        {
            var manager = JobManagerActor.Props(services, region, settings.JobManager, settings);
            system.ActorOf(
                ClusterSingletonManager.Props(
                    manager, PoisonPill.Instance,
                    ClusterSingletonManagerSettings.Create(system).WithSingletonName(SingletonName).WithRole(settings.Role)),
                ManagerName);
        }

        var proxy = system.ActorOf(
            ClusterSingletonProxy.Props(
                $"/user/{ManagerName}",
                ClusterSingletonProxySettings.Create(system).WithSingletonName(SingletonName).WithRole(settings.Role)),
            ManagerName + "-proxy");
        var registrar = system.ActorOf(NodeRegistrar.Props(node, proxy), "flink-registrar");
        LeaveGracefully(system, registrar, settings.LeaveTimeout);
        return new ClusterRuntime(new ClusterClient(proxy), node);
    }

    /// <summary>How slots name a node.</summary>
    /// <param name="system">Its actor system.</param>
    public static string NodeNameOf(ActorSystem system) => NodeAddresses.Of(Cluster.Get(system).SelfUniqueAddress);

    /// <summary>How much operator state fits into one message between nodes.</summary>
    /// <param name="system">Its actor system.</param>
    public static long MaxStateBytesOf(ActorSystem system) =>
        (system.Settings.Config.GetByteSize("akka.remote.dot-netty.tcp.maximum-frame-size") ?? 0) / 16 * 15;   // what is around it

    private static IActorRef StartSlots(ActorSystem system, NodeServices services, ClusterSettings settings) =>
        ClusterSharding.Get(system).Start(
            SlotType,
            _ => TaskRegion.Props(services),
            ClusterShardingSettings.Create(system).WithPassivateIdleAfter(TimeSpan.Zero).WithRole(settings.Role),
            new SlotExtractor(),
            new SlotAllocationStrategy(Cluster.Get(system)),
            PoisonPill.Instance);

    private static void LeaveGracefully(ActorSystem system, IActorRef registrar, TimeSpan patience) =>
        CoordinatedShutdown.Get(system).AddTask(
            CoordinatedShutdown.PhaseBeforeClusterShutdown, "flink-move-jobs", () => LeaveAsync(system, registrar, patience));

    // Whom the others have given up, or who is no member yet, has no jobs that somebody could move.
    private static async Task<Done> LeaveAsync(ActorSystem system, IActorRef registrar, TimeSpan patience)
    {
        if (CoordinatedShutdown.Get(system).ShutdownReason is CoordinatedShutdown.ClusterDowningReason
            || Cluster.Get(system).SelfMember.Status is MemberStatus.Removed or MemberStatus.Joining or MemberStatus.Down)
            return Done.Instance;

        try
        {
            await registrar.Ask<ClusterProtocol.NodeMayLeave>(new NodeRegistrar.BeginLeaving(), patience).ConfigureAwait(false);
        }
        catch (AskTimeoutException)   // the jobs go on from their last checkpoints instead
        {
            return Done.Instance;
        }

        return Done.Instance;
    }
}
