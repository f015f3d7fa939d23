namespace Akka.Cluster;

using Akka.Actor;
using Akka.Event;
using static Akka.Cluster.InternalClusterAction;

/// <summary>Keeps the publisher of events and the core daemon together: when either fails, this node's part in the cluster ends.</summary>
internal sealed class ClusterCoreSupervisor : ReceiveActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Cluster _cluster;

    public ClusterCoreSupervisor(Cluster cluster)
    {
        _cluster = cluster;
        var dispatcher = cluster.Settings.UseDispatcher;
        var publisher = Context.ActorOf(ClusterEventPublisher.Props(cluster).WithDispatcher(dispatcher), "publisher");
        var daemon = Context.ActorOf(ClusterCoreDaemon.Props(cluster, publisher).WithDispatcher(dispatcher), "daemon");
        Context.Watch(daemon);

        Receive<ISubscription>(message => publisher.Forward(message));
        Receive<Terminated>(_ => _cluster.Shutdown());
        ReceiveAny(message => daemon.Forward(message));
    }

    public static Props Props(Cluster cluster) => Akka.Actor.Props.Create(() => new ClusterCoreSupervisor(cluster));

    /// <summary>A daemon that failed may have lost what it knew: the node must not go on as if it were the same.</summary>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(cause =>
    {
        _log.Error(cause, "Cluster node [{0}] crashed: {1}. Shutting down its part in the cluster.", _cluster.SelfAddress, cause.Message);
        _cluster.Shutdown();
        return Directive.Stop;
    });
}
