namespace Akka.Pattern;

using Akka.Actor;
using Akka.Event;

/// <summary>Starts its child anew when it has stopped, later each time, so that what it depends on can recover.</summary>
public sealed partial class BackoffSupervisor : BackoffSupervisorBase
{
    private readonly TimeSpan _minBackoff;
    private readonly TimeSpan _maxBackoff;
    private readonly double _randomFactor;
    private readonly SupervisorStrategy _strategy;
    private readonly ILoggingAdapter _log = Context.GetLogger();

    public BackoffSupervisor(Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor)
        : this(
            childProps,
            childName,
            minBackoff,
            maxBackoff,
            new AutoReset(minBackoff),
            randomFactor,
            Actor.SupervisorStrategy.DefaultStrategy)
    {
    }

    public BackoffSupervisor(
        Props childProps,
        string childName,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        IBackoffReset reset,
        double randomFactor,
        SupervisorStrategy strategy,
        object replyWhileStopped = null,
        Func<object, bool> finalStopMessage = null)
        : base(childProps, childName, reset, replyWhileStopped, finalStopMessage)
    {
        _minBackoff = minBackoff;
        _maxBackoff = maxBackoff;
        _randomFactor = randomFactor;
        _strategy = strategy;
    }

    public static Props Props(Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor) =>
        Props(Backoff.OnStop(childProps, childName, minBackoff, maxBackoff, randomFactor));

    public static Props Props(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor, int maxNrOfRetries) =>
        Props(Backoff.OnStop(childProps, childName, minBackoff, maxBackoff, randomFactor, maxNrOfRetries));

    public static Props Props(BackoffOptions options) => options.Props;

    public static Props PropsWithSupervisorStrategy(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor, SupervisorStrategy strategy) =>
        Actor.Props.Create(() => new BackoffSupervisor(
            childProps, childName, minBackoff, maxBackoff, new AutoReset(minBackoff), randomFactor, strategy, null, null));

    protected override SupervisorStrategy SupervisorStrategy() => _strategy;

    protected override bool Receive(object message)
    {
        if (message is not Terminated terminated || !terminated.ActorRef.Equals(Child))
            return HandleBackoff(message);

        Child = null;
        if (FinalStopMessageReceived)
            Context.Stop(Self);
        else
            StartChildLater();
        return true;
    }

    private void StartChildLater()
    {
        var maxNrOfRetries = _strategy is OneForOneStrategy oneForOne ? oneForOne.MaxNumberOfRetries : -1;
        if (maxNrOfRetries >= 0 && RestartCountN >= maxNrOfRetries)
        {
            _log.Debug("Terminating on restart #{0} which exceeds max allowed restarts ({1})", RestartCountN + 1, maxNrOfRetries);
            Context.Stop(Self);
            return;
        }

        TellSelfAfter(BackoffDelay.Calculate(RestartCountN, _minBackoff, _maxBackoff, _randomFactor), StartChild.Instance);
        RestartCountN++;
    }
}
