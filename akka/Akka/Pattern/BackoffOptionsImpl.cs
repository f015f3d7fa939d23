namespace Akka.Pattern;

using Akka.Actor;

/// <summary>The options, checked when the supervisor's <see cref="Props"/> are made.</summary>
internal sealed class BackoffOptionsImpl(
    bool onFailure, Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor) : BackoffOptions
{
    private IBackoffReset _reset;
    private OneForOneStrategy _strategy = new(-1, -1, SupervisorStrategy.DefaultDecider);
    private object _replyWhileStopped;
    private Func<object, bool> _finalStopMessage;

    internal override Props Props
    {
        get
        {
            Require(minBackoff > TimeSpan.Zero, nameof(minBackoff), $"The shortest backoff is {minBackoff}. Set it above zero.");
            Require(maxBackoff >= minBackoff, nameof(maxBackoff), $"The longest backoff is {maxBackoff}. Set it to {minBackoff} or more.");
            Require(randomFactor is >= 0 and <= 1, nameof(randomFactor), $"The random factor is {randomFactor}. Set it from 0.0 to 1.0.");

            var reset = _reset ?? new AutoReset(minBackoff);
            if (reset is AutoReset auto)
            {
                var fits = auto.ResetBackoff >= minBackoff && auto.ResetBackoff <= maxBackoff;
                Require(fits, "resetBackoff", $"The reset backoff is {auto.ResetBackoff}. Set it from {minBackoff} to {maxBackoff}.");
            }

            return onFailure ? OnFailureProps(reset) : OnStopProps(reset);
        }
    }

    public override BackoffOptions WithAutoReset(TimeSpan resetBackoff) => With(copy => copy._reset = new AutoReset(resetBackoff));

    public override BackoffOptions WithDefaultStoppingStrategy() =>
        WithSupervisorStrategy(SupervisorStrategy.StoppingStrategy.WithMaxNrOfRetries(_strategy.MaxNumberOfRetries));

    public override BackoffOptions WithFinalStopMessage(Func<object, bool> isFinalStopMessage) =>
        With(copy => copy._finalStopMessage = isFinalStopMessage);

    public override BackoffOptions WithManualReset() => With(copy => copy._reset = new ManualReset());

    public override BackoffOptions WithMaxNrOfRetries(int maxNrOfRetries) =>
        WithSupervisorStrategy(_strategy.WithMaxNrOfRetries(maxNrOfRetries));

    public override BackoffOptions WithReplyWhileStopped(object replyWhileStopped) =>
        With(copy => copy._replyWhileStopped = replyWhileStopped);

    public override BackoffOptions WithSupervisorStrategy(OneForOneStrategy supervisorStrategy) =>
        With(copy => copy._strategy = supervisorStrategy);

    private static void Require(bool condition, string parameter, string message)
    {
        if (!condition)
            throw new ArgumentException(message, parameter);
    }

    private BackoffOptions With(Action<BackoffOptionsImpl> change)
    {
        var copy = (BackoffOptionsImpl)MemberwiseClone();
        change(copy);
        return copy;
    }

    private Props OnFailureProps(IBackoffReset reset) => Props.Create(() => new BackoffOnRestartSupervisor(
        childProps, childName, minBackoff, maxBackoff, reset, randomFactor, _strategy, _replyWhileStopped, _finalStopMessage));

    private Props OnStopProps(IBackoffReset reset) => Props.Create(() => new BackoffSupervisor(
        childProps, childName, minBackoff, maxBackoff, reset, randomFactor, _strategy, _replyWhileStopped, _finalStopMessage));
}
