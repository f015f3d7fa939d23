namespace Akka.Cluster.Sharding;

using Akka.Actor;
using Akka.Cluster.Tools.Singleton;
using Akka.Pattern;
using static Akka.Cluster.Sharding.ShardingProtocol;

/// <summary>The parent of all regions, proxies and coordinators of a node.</summary>
internal sealed class ClusterShardingGuardian : ReceiveActor
{
    private const string SingletonName = "singleton";
    private const string CoordinatorName = "coordinator";

    public ClusterShardingGuardian()
    {
        Receive<Start>(request => Answer(() => StartRegion(request)));
        Receive<StartProxy>(request => Answer(() => StartProxyRegion(request)));
    }

    public static Props Props() => Akka.Actor.Props.Create(() => new ClusterShardingGuardian()).WithDeploy(Deploy.Local);

    private void Answer(Func<IActorRef> start)
    {
        try
        {
            Sender.Tell(new Started(start()));
        }
        catch (Exception cause)
        {
            // The caller is to know, and those that run already are not to be restarted for it.
            Sender.Tell(new Status.Failure(cause));
        }
    }

    private IActorRef StartRegion(Start request)
    {
        var name = Uri.EscapeDataString(request.TypeName);
        var manager = name + "Coordinator";
        var settings = request.Settings;
        if (Context.Child(manager).Equals(ActorRefs.Nobody))
        {
            var tuning = settings.TuningParameters;
            var coordinator = PersistentShardCoordinator.Props(request.TypeName, settings, request.AllocationStrategy);
            var supervised = BackoffSupervisor.Props(Backoff
                .OnStop(
                    coordinator.WithDispatcher(Context.Props.Dispatcher),
                    CoordinatorName,
                    tuning.CoordinatorFailureBackoff,
                    tuning.CoordinatorFailureBackoff * 5,
                    0.2,
                    -1)
                .WithFinalStopMessage(message => message is Terminate));
            var singleton = settings.CoordinatorSingletonSettings.WithSingletonName(SingletonName).WithRole(settings.Role);
            Context.ActorOf(
                ClusterSingletonManager.Props(supervised, new Terminate(), singleton).WithDispatcher(Context.Props.Dispatcher), manager);
        }

        return Region(name, () => ShardRegion.Props(
            request.TypeName, request.EntityProps, settings, CoordinatorPath(manager), request.Extractor, request.HandOffStopMessage));
    }

    private IActorRef StartProxyRegion(StartProxy request)
    {
        var name = Uri.EscapeDataString(request.TypeName);
        return Region(name + "Proxy", () => ShardRegion.Props(
            request.TypeName, null, request.Settings, CoordinatorPath(name + "Coordinator"), request.Extractor, PoisonPill.Instance));
    }

    private static IActorRef Region(string name, Func<Props> props)
    {
        var running = Context.Child(name);
        return running.Equals(ActorRefs.Nobody) ? Context.ActorOf(props().WithDispatcher(Context.Props.Dispatcher), name) : running;
    }

    private string CoordinatorPath(string manager) => (Self.Path / manager / SingletonName / CoordinatorName).ToStringWithoutAddress();

    internal sealed record Start(
        string TypeName,
        Func<string, Props> EntityProps,
        ClusterShardingSettings Settings,
        IMessageExtractor Extractor,
        IShardAllocationStrategy AllocationStrategy,
        object HandOffStopMessage) : INoSerializationVerificationNeeded;

    internal sealed record StartProxy(string TypeName, ClusterShardingSettings Settings, IMessageExtractor Extractor)
        : INoSerializationVerificationNeeded;

    internal sealed record Started(IActorRef Region) : INoSerializationVerificationNeeded;
}
