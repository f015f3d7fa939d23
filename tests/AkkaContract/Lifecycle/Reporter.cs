namespace Akka.Flink.AkkaContract.Tests.Lifecycle;

using Akka.Actor;

/// <summary>Tells a listener each turn of its life, with the number of its incarnation: "start 1", "stop 1" ...</summary>
public class Reporter : UntypedActor
{
    private readonly IActorRef _listener;
    private readonly int _incarnation;

    public Reporter(IActorRef listener, int[] incarnations)
    {
        _listener = listener;
        _incarnation = ++incarnations[0];
        Report("construct");
    }

    /// <summary>The props of a reporter whose incarnations are counted from 1.</summary>
    public static Props Props(IActorRef listener)
    {
        var incarnations = new int[1];
        return Akka.Actor.Props.Create(() => new Reporter(listener, incarnations));
    }

    protected override void PreStart() => Report("start");

    protected override void PostStop() => Report("stop");

    protected override void PreRestart(Exception reason, object message)
    {
        Report($"before restart, {reason.Message}, {message}");
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        Report($"after restart, {reason.Message}");
        base.PostRestart(reason);
    }

    protected override void OnReceive(object message)
    {
        if (message is Boom boom)
            throw new InvalidOperationException(boom.Text);

        Report($"handle {message}");
    }

    private void Report(string what) => _listener.Tell($"{what} {_incarnation}");
}
