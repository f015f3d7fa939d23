namespace Akka.Pattern;

using Akka.Actor;

/// <summary>How a backoff supervisor works; each method returns changed options.</summary>
public abstract class BackoffOptions
{
    protected BackoffOptions()
    {
    }

    internal abstract Props Props { get; }

    public abstract BackoffOptions WithAutoReset(TimeSpan resetBackoff);

    public abstract BackoffOptions WithDefaultStoppingStrategy();

    public abstract BackoffOptions WithFinalStopMessage(Func<object, bool> isFinalStopMessage);

    public abstract BackoffOptions WithManualReset();

    public abstract BackoffOptions WithMaxNrOfRetries(int maxNrOfRetries);

    public abstract BackoffOptions WithReplyWhileStopped(object replyWhileStopped);

    public abstract BackoffOptions WithSupervisorStrategy(OneForOneStrategy supervisorStrategy);
}
