namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Actor.Scheduler;
using Akka.Event;

/// <summary>The base of all actors.</summary>
public abstract partial class ActorBase : IInternalActor
{
    private readonly ActorCell _cell;
    private IActorRef _clearedSelf;

    protected ActorBase()
    {
        _cell = ActorCell.Current ?? throw new ActorInitializationException(
            $"Do not create actors using 'new', always create them using an ActorContext/System. Type: {GetType()}");
        _cell.SetInitialBehavior(Receive);
    }

    protected static Receive EmptyReceive { get; } = _ => false;

    protected static IActorContext Context => ActorCell.Current ?? throw NoContext();

    IActorContext IInternalActor.ActorContext => ActorCell.Current ?? throw NoContext();

    protected IActorRef Self => _clearedSelf ?? Context.Self;

    protected IActorRef Sender => Context.Sender;

    /// <summary>The timers of an <see cref="IWithTimers"/>, through which its timer messages pass first.</summary>
    internal TimerScheduler TimersInternal { get; set; }

    internal SupervisorStrategy SupervisorStrategyInternal { get; private set; }

    protected abstract bool Receive(object message);

    protected virtual bool AroundReceive(Receive receive, object message)
    {
        if (TimersInternal is not null && message is TimerScheduler.ITimerMsg timerMessage)
            return ReceiveTimer(receive, timerMessage);

        return Handle(receive, message);
    }

    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated)
            throw new DeathPactException(terminated.ActorRef);

        Context.System.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
    }

    protected void Become(Receive receive) => Context.Become(receive);

    protected void BecomeStacked(Receive receive) => Context.BecomeStacked(receive);

    protected void UnbecomeStacked() => Context.UnbecomeStacked();

    protected void SetReceiveTimeout(TimeSpan? timeout) => Context.SetReceiveTimeout(timeout);

    internal static Exception NoContext() => new NotSupportedException(
        "There is no active ActorContext, this is most likely due to use of async operations from within this actor.");

    internal bool InvokeReceive(object message) => Receive(message);

    internal bool InvokeAroundReceive(Receive receive, object message) => AroundReceive(receive, message);

    /// <summary>Cuts the actor off from its cell, keeping only <see cref="Self"/>.</summary>
    internal void Clear(IActorRef self) => _clearedSelf = self;

    private bool Handle(Receive receive, object message)
    {
        if (receive(message))
            return true;

        Unhandled(message);
        return false;
    }

    private bool ReceiveTimer(Receive receive, TimerScheduler.ITimerMsg timerMessage)
    {
        switch (TimersInternal.InterceptTimerMsg(_cell.System.Log, timerMessage))
        {
            case null:
                return true;

            case IAutoReceivedMessage automatic:
                _cell.InvokeAutoReceiveMessage(new Envelope(automatic, Self));
                return true;

            case var message:
                // The stash keeps what the cell calls the current message.
                _cell.CurrentMessage = message;
                return Handle(receive, message);
        }
    }
}
