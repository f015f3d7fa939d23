namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Actor.Scheduler;

/// <content>Making instances of the actor and letting go of them.</content>
public partial class ActorCell
{
    protected virtual ActorBase CreateNewActorInstance()
    {
        var actor = _props.NewActor();
        if (actor is IActorStash { Stash: null } withStash)
            withStash.Stash = this.CreateStash(withStash);
        if (actor is IWithTimers withTimers)
        {
            actor.TimersInternal = new TimerScheduler(this);
            withTimers.Timers = actor.TimersInternal;
        }

        if (actor is IInitializableActor initializable)
            initializable.Init();
        return actor;
    }

    private ActorBase NewActor()
    {
        SetInitialBehavior(null);
        _actorHasBeenCleared = false;
        var actor = CreateNewActorInstance()
            ?? throw new ActorInitializationException(_self, $"The producer of actor [{_self}] returned null instead of an actor.");
        if (_props.SupervisorStrategy is { } strategy)
            actor.SetSupervisorStrategy(strategy);
        return actor;
    }

    private void CreateActor(Exception failure)
    {
        if (failure is not null)
            throw failure;

        try
        {
            _actor = NewActor();
            _actor.AroundPreStart();
            CheckReceiveTimeout();
            LogLifecycle("Started (" + _actor + ")");
        }
        catch (Exception cause)
        {
            if (_actor is not null)
            {
                ReleaseActor(_actor);
                ClearActorFields(_actor);
                _actor = null;
            }

            // What went wrong is more telling than that a wrapper of ours failed.
            throw new ActorInitializationException(_self, "Exception during creation", cause);
        }
    }

    /// <summary>Before an instance goes: its stash returns to the mailbox, its timers end.</summary>
    private void ReleaseActor(ActorBase actor)
    {
        try
        {
            actor.TimersInternal?.CancelAll();
            if (actor is IActorStash { Stash: { } stash })
                stash.UnstashAll();
        }
        catch (Exception cause)
        {
            LogError(cause, $"Releasing the stash and the timers of [{_self}] failed: {cause.Message}");
        }
    }

    private void ClearActorFields(ActorBase actor)
    {
        actor.Clear(_self);
        _actorHasBeenCleared = true;
        SetInitialBehavior(null);
        if (_props.IsReleasable)
            _props.Release(actor);
    }

    private void ClearActorCell()
    {
        ClearWatches();
        _sender = null;
        _currentMessage = null;
        _receiveTimeoutDuration = null;
    }
}
