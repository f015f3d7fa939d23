namespace Akka.Cluster;

using Akka.Actor;
using static Akka.Cluster.InternalClusterAction;

/// <summary>The root of this node's part in the cluster, at <c>/system/cluster</c>. When it stops, that part has ended.</summary>
internal sealed class ClusterDaemon : ReceiveActor
{
    private readonly Cluster _cluster;
    private readonly CoordinatedShutdown _shutdown;
    private readonly TaskCompletionSource<Done> _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IActorRef _core;

    public ClusterDaemon(Cluster cluster)
    {
        _cluster = cluster;
        _shutdown = CoordinatedShutdown.Get(Context.System);
        _core = Context.ActorOf(ClusterCoreSupervisor.Props(cluster).WithDispatcher(cluster.Settings.UseDispatcher), "core");
        Context.ActorOf(ClusterHeartbeatReceiver.Props(cluster).WithDispatcher(HeartbeatDispatcher(cluster)), "heartbeatReceiver");
        AddShutdownTasks();

        Receive<LeaveRequest>(_ => Context
            .ActorOf(CoordinatedShutdownLeave.Props(_cluster).WithDispatcher(_cluster.Settings.UseDispatcher))
            .Forward(LeaveRequest.Instance));
        ReceiveAny(message => _core.Forward(message));
    }

    public static Props Props(Cluster cluster) => Akka.Actor.Props.Create(() => new ClusterDaemon(cluster));

    internal static string HeartbeatDispatcher(Cluster cluster) =>
        cluster.Settings.HasOwnDispatcher ? cluster.Settings.UseDispatcher : Cluster.HeartbeatDispatcher;

    protected override void PostStop()
    {
        _cluster.Shutdown();
        _cluster.Stopped();
        _stopped.TrySetResult(Done.Instance);
        // One that left has begun it before; this is for one that was downed, or failed.
        if (_cluster.Settings.RunCoordinatedShutdownWhenDown)
            _shutdown.Run(CoordinatedShutdown.ClusterDowningReason.Instance);
    }

    private void AddShutdownTasks()
    {
        var self = Self;
        _shutdown.AddTask(CoordinatedShutdown.PhaseClusterLeave, "leave", () => _cluster.IsTerminated || IsDown()
            ? Task.FromResult(Done.Instance)
            : self.Ask<Done>(LeaveRequest.Instance, _shutdown.Timeout(CoordinatedShutdown.PhaseClusterLeave)));
        _shutdown.AddTask(CoordinatedShutdown.PhaseClusterShutdown, "wait-shutdown", () => _stopped.Task);
    }

    private bool IsDown() => _cluster.SelfMember.Status == MemberStatus.Down;
}
