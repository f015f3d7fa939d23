namespace Akka.Cluster;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using static Akka.Cluster.InternalClusterAction;

/// <summary>Looks whether another seed node is in a cluster, and lets the first seed node begin one when none is.</summary>
/// <remarks>Only the first seed node does so: two that both began one would never find each other.</remarks>
internal sealed class FirstSeedNodeProcess : ReceiveActor, IWithTimers
{
    private static readonly TimeSpan AskInterval = TimeSpan.FromSeconds(1);

    private readonly Cluster _cluster;
    private readonly HashSet<Address> _remaining;
    private readonly long _deadline;

    public FirstSeedNodeProcess(Cluster cluster, ImmutableList<Address> seedNodes)
    {
        _cluster = cluster;
        _remaining = [.. seedNodes.Where(node => node != cluster.SelfAddress)];
        _deadline = Environment.TickCount64 + (long)cluster.Settings.SeedNodeTimeout.TotalMilliseconds;

        Receive<Tick>(_ => Ask());
        Receive<InitJoinAck>(answer => Finish(answer.Address));
        Receive<InitJoinNack>(answer =>
        {
            _remaining.Remove(answer.Address);
            if (_remaining.Count == 0)
                Finish(_cluster.SelfAddress);
        });
    }

    public ITimerScheduler Timers { get; set; }

    public static Props Props(Cluster cluster, ImmutableList<Address> seedNodes) =>
        Akka.Actor.Props.Create(() => new FirstSeedNodeProcess(cluster, seedNodes));

    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(nameof(Ask), Tick.JoinDeadline, AskInterval);
        Ask();
    }

    private void Ask()
    {
        if (Environment.TickCount64 >= _deadline)
        {
            Finish(_cluster.SelfAddress);
            return;
        }

        foreach (var node in _remaining)
            Context.ActorSelection(new RootActorPath(node) / Context.Parent.Path.Elements).Tell(new InitJoin());
    }

    private void Finish(Address target)
    {
        Context.Parent.Tell(new JoinTo(target));
        Context.Stop(Self);
    }
}
