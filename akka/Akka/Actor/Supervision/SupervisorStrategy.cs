namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Event;
using Akka.Util;

/// <summary>How an actor handles the failures of its children.</summary>
public abstract class SupervisorStrategy : ISurrogated
{
    public static IDecider DefaultDecider = Akka.Actor.Decider.From(
        Directive.Restart,
        Directive.Stop.When<ActorInitializationException>(),
        Directive.Stop.When<ActorKilledException>(),
        Directive.Stop.When<DeathPactException>());

    public static readonly OneForOneStrategy StoppingStrategy = new(_ => Directive.Stop);

    public static readonly SupervisorStrategy DefaultStrategy = new OneForOneStrategy(DefaultDecider);

    public abstract IDecider Decider { get; }

    protected bool LoggingEnabled { get; set; } = true;

    protected abstract Directive Handle(IActorRef child, Exception exception);

    public abstract void ProcessFailure(
        IActorContext context,
        bool restart,
        IActorRef child,
        Exception cause,
        ChildRestartStats stats,
        IReadOnlyCollection<ChildRestartStats> children);

    /// <summary>Called when a child has ended and was removed.</summary>
    public abstract void HandleChildTerminated(IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children);

    public abstract ISurrogate ToSurrogate(ActorSystem system);

    /// <summary>Applies the directive for a failure; false when it has to be escalated.</summary>
    public bool HandleFailure(
        ActorCell actorCell,
        IActorRef child,
        Exception cause,
        ChildRestartStats stats,
        IReadOnlyCollection<ChildRestartStats> children)
    {
        var directive = Handle(child, cause);
        switch (directive)
        {
            case Directive.Escalate:
                LogFailure(actorCell, child, cause, directive);
                return false;

            case Directive.Resume:
                LogFailure(actorCell, child, cause, directive);
                ResumeChild(child, cause);
                return true;

            case Directive.Restart:
                LogFailure(actorCell, child, cause, directive);
                ProcessFailure(actorCell, true, child, cause, stats, children);
                return true;

            case Directive.Stop:
                LogFailure(actorCell, child, cause, directive);
                ProcessFailure(actorCell, false, child, cause, stats, children);
                return true;

            default:
                return false;
        }
    }

    protected void RestartChild(IActorRef child, Exception cause, bool suspendFirst)
    {
        var actor = (IInternalActorRef)child;
        if (suspendFirst)
            actor.Suspend();
        actor.Restart(cause);
    }

    protected void ResumeChild(IActorRef child, Exception exception) => ((IInternalActorRef)child).Resume(exception);

    protected virtual void LogFailure(IActorContext context, IActorRef child, Exception cause, Directive directive)
    {
        if (!LoggingEnabled)
            return;

        var message = cause is ActorInitializationException { InnerException: { } inner } ? inner.Message : cause.Message;
        var source = child.Path.ToString();
        switch (directive)
        {
            case Directive.Resume:
                context.System.EventStream.Publish(new Warning(cause, source, GetType(), message));
                break;
            case Directive.Escalate:
                // Whoever decides in the end will log it.
                break;
            default:
                context.System.EventStream.Publish(new Error(cause, source, GetType(), message));
                break;
        }
    }

    private protected static int ToMilliseconds(TimeSpan? range) =>
        range is { } value && value != Timeout.InfiniteTimeSpan ? (int)value.TotalMilliseconds : -1;
}
