namespace Akka.Actor;

using Akka.Dispatch.SysMsg;
using Akka.Event;

/// <content>Processing system messages.</content>
public partial class ActorCell
{
    // Messages that must wait: failures while this actor is suspended, life-cycle changes while it waits for children to end.
    private Queue<SystemMessage> _sysMsgStash;

    private enum Readiness
    {
        Ready,
        Suspended,
        WaitingForChildren,
    }

    /// <summary>Processes one system message, then those that had to wait, as far as the new state allows.</summary>
    internal void SystemInvoke(SystemMessage message)
    {
        var before = CurrentReadiness();
        if (MustWait(message, before))
        {
            (_sysMsgStash ??= new Queue<SystemMessage>()).Enqueue(message);
            return;
        }

        Apply(message);
        if (_sysMsgStash is { Count: > 0 } && (IsTerminated || CurrentReadiness() < before))
            UnstashSystemMessages();
    }

    private static bool MustWait(SystemMessage message, Readiness state) => state switch
    {
        Readiness.Ready => false,
        Readiness.Suspended => message is Failed,
        _ => message is Failed or Recreate or Akka.Dispatch.SysMsg.Suspend or Akka.Dispatch.SysMsg.Resume,
    };

    private Readiness CurrentReadiness()
    {
        if (WaitingForChildren is not null)
            return Readiness.WaitingForChildren;

        return _mailbox.IsSuspendedBySupervision ? Readiness.Suspended : Readiness.Ready;
    }

    private void UnstashSystemMessages()
    {
        // One that is processed may let the rest go on by itself, which then is no longer here.
        for (var count = _sysMsgStash.Count; count > 0 && _sysMsgStash.TryDequeue(out var message); count--)
        {
            if (IsTerminated)
                _systemImpl.Mailboxes.DeadLetterMailbox.SystemEnqueue(_self, message);
            else
                SystemInvoke(message);
        }
    }

    private void Apply(SystemMessage message)
    {
        try
        {
            switch (message)
            {
                case ActorTaskSchedulerMessage task:
                    HandleActorTask(task);
                    break;
                case Failed failed:
                    HandleFailed(failed);
                    break;
                case DeathWatchNotification notification:
                    WatchedActorTerminated(notification.Actor, notification.ExistenceConfirmed, notification.AddressTerminated);
                    break;
                case Create create:
                    CreateActor(create.Failure);
                    break;
                case Akka.Dispatch.SysMsg.Watch watch:
                    AddWatcher(watch.Watchee, watch.Watcher);
                    break;
                case Akka.Dispatch.SysMsg.Unwatch unwatch:
                    RemWatcher(unwatch.Watchee, unwatch.Watcher);
                    break;
                case Recreate recreate:
                    FaultRecreate(recreate.Cause);
                    break;
                case Akka.Dispatch.SysMsg.Suspend:
                    FaultSuspend();
                    break;
                case Akka.Dispatch.SysMsg.Resume resume:
                    FaultResume(resume.CausedByFailure);
                    break;
                case Akka.Dispatch.SysMsg.Terminate:
                    Terminate();
                    break;
                case Supervise supervise:
                    HandleSupervise(supervise.Child, supervise.Async);
                    break;
                case NoMessage:
                    break;
                default:
                    throw new NotSupportedException(
                        $"Actor [{_self}] got a system message of type {message.GetType()}, which it does not know.");
            }
        }
        catch (Exception cause)
        {
            HandleInvokeFailure(cause);
        }
    }

    private void HandleSupervise(IActorRef child, bool async)
    {
        if (IsTerminating)
        {
            if (async)
                ((RepointableActorRef)child).NeverStart();
            return;
        }

        if (InitChild((IInternalActorRef)child) is null)
        {
            Publish(new Error(null, _self.Path.ToString(), ActorType,
                $"received Supervise from unregistered child {child}, this will not end well"));
            return;
        }

        if (async)
            ((RepointableActorRef)child).Point();
        LogLifecycle($"now supervising {child}");
    }

    private void HandleActorTask(ActorTaskSchedulerMessage message)
    {
        if (message.Exception is not null)
        {
            // The wait for the task is over; whether the actor goes on is for its supervisor to say.
            _currentMessage = message.Message;
            _mailbox.ResumeAfterTask();
            HandleInvokeFailure(message.Exception);
            return;
        }

        _currentMessage = message.Message;
        try
        {
            message.ExecuteTask();
        }
        finally
        {
            _currentMessage = null;
        }
    }
}
