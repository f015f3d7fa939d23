namespace Akka.Actor;

/// <content>The hooks of an actor's life.</content>
public abstract partial class ActorBase
{
    public virtual void AroundPreStart() => PreStart();

    public virtual void AroundPostStop() => PostStop();

    public virtual void AroundPreRestart(Exception cause, object message) => PreRestart(cause, message);

    public virtual void AroundPostRestart(Exception cause, object message) => PostRestart(cause);

    protected virtual void PreStart()
    {
    }

    protected virtual void PostStop()
    {
    }

    /// <summary>Called on the failed instance before it is replaced; by default it stops the children and calls
    /// <see cref="PostStop"/>.</summary>
    protected virtual void PreRestart(Exception reason, object message)
    {
        foreach (var child in Context.GetChildren())
        {
            Context.Unwatch(child);
            Context.Stop(child);
        }

        PostStop();
    }

    /// <summary>Called on the new instance after a restart; by default it calls <see cref="PreStart"/>.</summary>
    protected virtual void PostRestart(Exception reason) => PreStart();

    protected virtual SupervisorStrategy SupervisorStrategy() => Akka.Actor.SupervisorStrategy.DefaultStrategy;

    internal SupervisorStrategy GetSupervisorStrategy() => SupervisorStrategyInternal ??= SupervisorStrategy();

    internal void SetSupervisorStrategy(SupervisorStrategy strategy) => SupervisorStrategyInternal = strategy;
}
