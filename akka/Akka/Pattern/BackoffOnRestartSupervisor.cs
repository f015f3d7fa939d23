namespace Akka.Pattern;

using Akka.Actor;
using Akka.Event;

/// <summary>Turns the restarts of its child into a stop and, after a time, a new start. A child that stops by itself ends it too.</summary>
internal sealed class BackoffOnRestartSupervisor : BackoffSupervisorBase
{
    private readonly TimeSpan _minBackoff;
    private readonly TimeSpan _maxBackoff;
    private readonly double _randomFactor;
    private readonly OneForOneStrategy _strategy;
    private readonly ILoggingAdapter _log = Context.GetLogger();

    public BackoffOnRestartSupervisor(
        Props childProps,
        string childName,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        IBackoffReset reset,
        double randomFactor,
        OneForOneStrategy strategy,
        object replyWhileStopped,
        Func<object, bool> finalStopMessage)
        : base(childProps, childName, reset, replyWhileStopped, finalStopMessage)
    {
        _minBackoff = minBackoff;
        _maxBackoff = maxBackoff;
        _randomFactor = randomFactor;
        _strategy = strategy;
    }

    protected override SupervisorStrategy SupervisorStrategy() =>
        new OneForOneStrategy(_strategy.MaxNumberOfRetries, _strategy.WithinTimeRangeMilliseconds, Decide);

    protected override bool Receive(object message)
    {
        if (message is not Terminated terminated || !terminated.ActorRef.Equals(Child))
            return HandleBackoff(message);

        _log.Debug("Terminating, because child [{0}] terminated itself", Child);
        Context.Stop(Self);
        return true;
    }

    private Directive Decide(Exception cause)
    {
        var directive = _strategy.Decider.Decide(cause);
        if (directive != Directive.Restart)
            return directive;

        var nextRestartCount = RestartCountN + 1;
        if (_strategy.WithinTimeRangeMilliseconds > 0 && RestartCountN == 0)
        {
            var range = TimeSpan.FromMilliseconds((double)_strategy.WithinTimeRangeMilliseconds);
            TellSelfAfter(range, new BackoffSupervisor.ResetRestartCount(nextRestartCount));
        }

        if (_strategy.MaxNumberOfRetries >= 0 && nextRestartCount > _strategy.MaxNumberOfRetries)
        {
            _log.Debug(
                "Terminating on restart #{0} which exceeds max allowed restarts ({1})", nextRestartCount, _strategy.MaxNumberOfRetries);
            Context.Stop(Self);
        }
        else
        {
            Become(StartChildWhenTerminated);
        }

        return Directive.Stop;
    }

    /// <summary>The name of the child is free only when it has terminated.</summary>
    private bool StartChildWhenTerminated(object message)
    {
        switch (message)
        {
            case Terminated terminated when terminated.ActorRef.Equals(Child):
                Become(Receive);
                Child = null;
                TellSelfAfter(
                    BackoffDelay.Calculate(RestartCountN, _minBackoff, _maxBackoff, _randomFactor), BackoffSupervisor.StartChild.Instance);
                RestartCountN++;
                return true;

            case BackoffSupervisor.StartChild:
                return true;

            default:
                return HandleBackoff(message);
        }
    }
}
