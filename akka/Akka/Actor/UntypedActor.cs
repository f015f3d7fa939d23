namespace Akka.Actor;

using Akka.Dispatch;

/// <summary>An actor whose behaviour is one method for all messages.</summary>
public abstract class UntypedActor : ActorBase
{
    protected new static IUntypedActorContext Context => ActorCell.Current ?? throw NoContext();

    protected sealed override bool Receive(object message)
    {
        OnReceive(message);
        return true;
    }

    protected abstract void OnReceive(object message);

    protected void RunTask(Action action) => ActorTaskScheduler.RunTask(action);

    protected void RunTask(Func<Task> action) => ActorTaskScheduler.RunTask(action);

    protected void Become(UntypedReceive receive) => Context.Become(receive);

    protected void BecomeStacked(UntypedReceive receive) => Context.BecomeStacked(receive);
}
