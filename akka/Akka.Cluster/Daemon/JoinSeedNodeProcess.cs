namespace Akka.Cluster;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using static Akka.Cluster.InternalClusterAction;

/// <summary>Asks the seed nodes until one of them is in a cluster, and joins through that one.</summary>
internal sealed class JoinSeedNodeProcess : ReceiveActor, IWithTimers
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Cluster _cluster;
    private readonly ImmutableList<Address> _seedNodes;
    private int _attempts;

    public JoinSeedNodeProcess(Cluster cluster, ImmutableList<Address> seedNodes)
    {
        _cluster = cluster;
        _seedNodes = seedNodes.RemoveAll(node => node == cluster.SelfAddress);

        Receive<Tick>(_ => Ask());
        Receive<InitJoinAck>(answer =>
        {
            Context.Parent.Tell(new JoinTo(answer.Address));
            Context.Stop(Self);
        });
        Receive<InitJoinNack>(_ => { });
    }

    public ITimerScheduler Timers { get; set; }

    public static Props Props(Cluster cluster, ImmutableList<Address> seedNodes) =>
        Akka.Actor.Props.Create(() => new JoinSeedNodeProcess(cluster, seedNodes));

    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(nameof(Ask), Tick.JoinDeadline, _cluster.Settings.SeedNodeTimeout);
        Ask();
    }

    private void Ask()
    {
        if (_attempts++ == 2)
        {
            _log.Warning(
                "Couldn't join seed nodes after [{0}] attempts, will try again. seed-nodes=[{1}]",
                _attempts,
                string.Join(", ", _seedNodes));
        }

        foreach (var node in _seedNodes)
            Context.ActorSelection(new RootActorPath(node) / Context.Parent.Path.Elements).Tell(new InitJoin());
    }
}
