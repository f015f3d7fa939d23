namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;
using Akka.Event;

/// <content>Failing, restarting, resuming and ending.</content>
public partial class ActorCell
{
    // Who failed: this actor, or the child whose failure it escalated; null when nobody did.
    private IActorRef _perpetrator;
    private bool _failedFatally;

    // A fatal failure does not count: the next one has to reach the supervisor, too.
    private bool IsFailed => _perpetrator is not null;

    private void SetFailed(IActorRef perpetrator)
    {
        if (!_failedFatally)
            _perpetrator = perpetrator;
    }

    private void SetFailedFatally()
    {
        _failedFatally = true;
        _perpetrator = null;
    }

    private void ClearFailed()
    {
        _failedFatally = false;
        _perpetrator = null;
    }

    private void SuspendNonRecursive() => _dispatcher.Suspend(this);

    private void ResumeNonRecursive() => _dispatcher.Resume(this);

    private void FaultSuspend()
    {
        SuspendNonRecursive();
        SuspendChildren(null, []);
    }

    private void FaultRecreate(Exception cause)
    {
        if (_actor is null)
        {
            Publish(new Error(cause, _self.Path.ToString(), GetType(), "changing Recreate into Create after " + cause));
            FaultCreate();
            return;
        }

        if (!IsNormal)
        {
            // Already about to end: only the count of suspensions has to stay balanced.
            FaultResume(null);
            return;
        }

        var failed = _actor;
        LogLifecycle("Restarting");
        PreRestart(failed, cause);
        if (!SetChildrenTerminationReason(new SuspendReason.Recreation(cause)))
            FinishRecreate(cause, failed);
    }

    private void PreRestart(ActorBase failed, Exception cause)
    {
        if (_actorHasBeenCleared)
            return;

        var message = _currentMessage;
        try
        {
            failed.AroundPreRestart(cause, message);
        }
        catch (Exception e)
        {
            LogError(new PreRestartException(_self, e, cause, message), e.Message);
        }
        finally
        {
            ReleaseActor(failed);
            ClearActorFields(failed);
        }
    }

    private void FaultResume(Exception causedByFailure)
    {
        if (_actor is null)
        {
            Publish(new Error(causedByFailure, _self.Path.ToString(), GetType(), "changing Resume into Create after " + causedByFailure));
            FaultCreate();
        }
        else if (_failedFatally && causedByFailure is not null)
        {
            LogError(causedByFailure, "changing Resume into Restart after " + causedByFailure);
            FaultRecreate(causedByFailure);
        }
        else
        {
            var perpetrator = _perpetrator;
            if (causedByFailure is not null)
                ClearFailed();
            ResumeNonRecursive();
            ResumeChildren(causedByFailure, perpetrator);
        }
    }

    /// <summary>The actor failed before there was an instance: what it has left behind ends, then it is created anew.</summary>
    private void FaultCreate()
    {
        CancelReceiveTimeout();
        StopChildren();
        if (!SetChildrenTerminationReason(new SuspendReason.Creation()))
            FinishCreate();
    }

    private void FinishCreate()
    {
        ClearFailed();
        ResumeNonRecursive();
        try
        {
            CreateActor(null);
        }
        catch (Exception cause)
        {
            HandleInvokeFailure(cause);
        }
    }

    private void FinishRecreate(Exception cause, ActorBase failed)
    {
        // The new instance may create children, which are not to be restarted.
        var survivors = ChildrenContainer.Children;
        try
        {
            ClearFailed();
            ResumeNonRecursive();
            var fresh = NewActor();
            _actor = fresh;
            if (ReferenceEquals(fresh, failed))
                SetActorFields(fresh);

            fresh.AroundPostRestart(cause, null);
            CheckReceiveTimeout(reschedule: false);
            LogLifecycle("Restarted (" + fresh + ")");
            RestartSurvivors(survivors, cause);
        }
        catch (Exception e)
        {
            SetFailedFatally();
            if (_actor is not null)
            {
                ReleaseActor(_actor);
                ClearActorFields(_actor);
            }

            _currentMessage = null;
            HandleInvokeFailure(new PostRestartException(_self, e, cause), survivors);
        }
    }

    private void RestartSurvivors(IReadOnlyCollection<IInternalActorRef> survivors, Exception cause)
    {
        foreach (var child in survivors)
        {
            try
            {
                child.Restart(cause);
            }
            catch (Exception e)
            {
                LogError(e, "restarting (" + child + ")");
            }
        }
    }

    private void SetActorFields(ActorBase actor)
    {
        actor.Clear(null);
        _actorHasBeenCleared = false;
        SetInitialBehavior(actor.InvokeReceive);
    }

    private void Terminate()
    {
        SetReceiveTimeout();
        CancelReceiveTimeout();
        UnwatchWatchedActors();
        StopChildren();

        var wasTerminating = IsTerminating;
        if (!SetChildrenTerminationReason(SuspendReason.Termination.Instance))
        {
            SetTerminated();
            FinishTerminate();
            return;
        }

        if (wasTerminating)
            return;

        // No user messages while the children end, and no failures to the supervisor from here on.
        SuspendNonRecursive();
        SetFailed(_self);
        LogLifecycle("stopping");
    }

    private void FinishTerminate()
    {
        // In this order: whoever is told of the end must find the mailbox closed, and the parent the name free.
        var actor = _actor;
        TryEach(
            () => actor?.AroundPostStop(),
            () => ReleaseActorIfAny(actor),
            () => _dispatcher.Detach(this),
            () => _parent.SendSystemMessage(new DeathWatchNotification(_self, existenceConfirmed: true, addressTerminated: false)),
            TellWatchersWeDied,
            UnwatchWatchedActors);

        LogLifecycle("stopped");
        if (actor is not null)
            ClearActorFields(actor);
        ClearActorCell();
        _actor = null;
    }

    private void ReleaseActorIfAny(ActorBase actor)
    {
        if (actor is not null)
            ReleaseActor(actor);
    }

    private void TryEach(params ReadOnlySpan<Action> steps)
    {
        foreach (var step in steps)
        {
            try
            {
                step();
            }
            catch (Exception cause)
            {
                LogError(cause, cause.Message);
            }
        }
    }

    private void HandleInvokeFailure(Exception cause, IReadOnlyCollection<IInternalActorRef> childrenNotToSuspend = null)
    {
        if (IsFailed)
            return;

        try
        {
            SuspendNonRecursive();
            IActorRef skipped = null;
            if (_currentMessage is Failed escalated)
                skipped = escalated.Child;
            SetFailed(skipped ?? _self);
            SuspendChildren(skipped, childrenNotToSuspend ?? []);

            var reported = cause is ThreadInterruptedException ? new ActorInterruptedException(cause: cause) : cause;
            _parent.SendSystemMessage(new Failed(_self, reported, _self.Path.Uid));
        }
        catch (Exception e)
        {
            LogError(e, "emergency stop: exception in failure handling for " + cause.GetType() + " | " + cause);
            try
            {
                StopChildren();
            }
            finally
            {
                FinishTerminate();
            }
        }
    }

    private void HandleFailed(Failed failed)
    {
        // The uid protects against the failure of a child that was stopped and whose name was taken again.
        if (!TryGetChildStatsByRef(failed.Child, out var stats))
        {
            Publish(new Debug(_self.Path.ToString(), ActorType, $"dropping Failed({failed.Cause}) from unknown child {failed.Child}"));
            return;
        }

        if (stats.Uid != failed.Uid)
        {
            Publish(new Debug(_self.Path.ToString(), ActorType,
                $"dropping Failed({failed.Cause}) from old child {failed.Child} (uid={stats.Uid} != {failed.Uid})"));
            return;
        }

        // An actor that awaits a task gets its message and sender back; the message not before an escalation has been handled.
        var (message, sender) = (_currentMessage, _sender);
        _currentMessage = failed;
        _sender = failed.Child;
        try
        {
            if (!_actor.GetSupervisorStrategy().HandleFailure(this, failed.Child, failed.Cause, stats, ChildrenContainer.Stats))
                global::System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failed.Cause);
            _currentMessage = message;
        }
        finally
        {
            _sender = sender;
        }
    }

    private void HandleChildTerminated(IActorRef child)
    {
        var status = RemoveChildAndGetStateChange(child);
        if (_actor is not null)
        {
            try
            {
                _actor.GetSupervisorStrategy().HandleChildTerminated(this, child, ChildrenOnDemand());
            }
            catch (Exception cause)
            {
                LogError(cause, "HandleChildTerminated failed");
                HandleInvokeFailure(cause);
            }
        }

        // The last child that had to end lets the action go on that waited for it.
        switch (status)
        {
            case SuspendReason.Recreation recreation:
                FinishRecreate(recreation.Cause, _actor);
                break;
            case SuspendReason.Creation:
                FinishCreate();
                break;
            case SuspendReason.Termination:
                FinishTerminate();
                break;
        }
    }
}
