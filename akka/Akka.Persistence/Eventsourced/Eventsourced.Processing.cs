namespace Akka.Persistence;

using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;

/// <content>Commands, and the journal's answers to what they persisted.</content>
public abstract partial class Eventsourced
{
    private bool _asyncTaskRunning;
    private bool _asyncTaskFailed;

    /// <summary>Called when an event was perhaps not written; the actor is stopped afterwards, whatever this does.</summary>
    protected virtual void OnPersistFailure(Exception cause, object @event, long sequenceNr) => Log.Error(
        cause,
        "Failed to persist event type [{0}] with sequence number [{1}] for persistenceId [{2}].",
        @event.GetType(),
        sequenceNr,
        PersistenceId);

    /// <summary>Called when the journal refused an event; the actor goes on.</summary>
    protected virtual void OnPersistRejected(Exception cause, object @event, long sequenceNr) => Log.Error(
        cause,
        "Rejected to persist event type [{0}] with sequence number [{1}] for persistenceId [{2}].",
        @event.GetType(),
        sequenceNr,
        PersistenceId);

    /// <summary>Runs an asynchronous part of a handler; the actor takes no message until it is done.</summary>
    protected void RunTask(Func<Task> action)
    {
        _asyncTaskRunning = true;
        _asyncTaskFailed = false;
        ActorTaskScheduler.RunTask(() => RunAsync(action));
    }

    protected override void Unhandled(object message)
    {
        switch (message)
        {
            case RecoveryCompleted:
                break;
            case SaveSnapshotFailure m:
                Log.Warning(m.Cause, "Failed to SaveSnapshot given metadata [{0}] due to: [{1}]", m.Metadata, m.Cause.Message);
                break;
            case DeleteSnapshotFailure m:
                Log.Warning(m.Cause, "Failed to DeleteSnapshot given metadata [{0}] due to: [{1}]", m.Metadata, m.Cause.Message);
                break;
            case DeleteSnapshotsFailure m:
                Log.Warning(m.Cause, "Failed to DeleteSnapshots given criteria [{0}] due to: [{1}]", m.Criteria, m.Cause.Message);
                break;
            case DeleteMessagesFailure m:
                Log.Warning(
                    m.Cause,
                    "Failed to DeleteMessages ToSequenceNr [{0}] for PersistenceId [{1}] due to: [{2}]",
                    m.ToSequenceNr,
                    PersistenceId,
                    m.Cause.Message);
                break;
            default:
                base.Unhandled(message);
                break;
        }
    }

    private async Task RunAsync(Func<Task> action)
    {
        var failed = true;
        try
        {
            await action();
            failed = false;
        }
        finally
        {
            _asyncTaskRunning = false;
            if (_insideHandler)
                _asyncTaskFailed = failed;   // it never waited: the handler that called RunTask finishes the step
            else if (!IsRecovering)
                CompleteStep(failed);
        }
    }

    private void ProcessCommand(Receive receive, object message)
    {
        if (HandleJournalResponse(message))
            return;

        var failed = true;
        _insideHandler = true;
        try
        {
            base.AroundReceive(receive, message);
            failed = false;
        }
        finally
        {
            _insideHandler = false;
            CompleteStep(failed);
        }
    }

    /// <summary>
    /// After a command, a handler or an asynchronous task: sends what it persisted and decides whether the next command may come.
    /// </summary>
    private void CompleteStep(bool failed)
    {
        FlushBatch();
        if (_asyncTaskRunning)
            return;

        if (_pendingStashingInvocations > 0)
        {
            _phase = Phase.PersistingEvents;
            return;
        }

        _phase = Phase.ProcessingCommands;
        UnstashInternally(failed || _asyncTaskFailed);
        _asyncTaskFailed = false;
    }

    private bool HandleJournalResponse(object message)
    {
        switch (message)
        {
            case WriteMessageSuccess success:
                if (success.ActorInstanceId == _instanceId)
                {
                    SawSequenceNr(success.Persistent);
                    ApplyHandler(success.Persistent.Payload);
                }

                return true;
            case WriteMessagesSuccessful:
                _isWriteInProgress = false;
                FlushBatch();
                return true;
            case LoopMessageSuccess loop:
                if (loop.ActorInstanceId == _instanceId)
                    ApplyHandler(loop.Message);
                return true;
            default:
                return HandleRareResponse(message);
        }
    }

    private bool HandleRareResponse(object message)
    {
        switch (message)
        {
            case WriteMessagesFailed failed:
                // With events the WriteMessageFailure that follows stops this actor, and nothing more may be written before.
                if (failed.WriteCount == 0)
                {
                    _isWriteInProgress = false;
                    FlushBatch();
                }

                return true;
            case WriteMessageRejected rejected:
                if (rejected.ActorInstanceId == _instanceId)
                    Reject(rejected);
                return true;
            case WriteMessageFailure failure:
                if (failure.ActorInstanceId == _instanceId)
                    FailPersist(failure);
                return true;
            case RecoveryTick:
                return true;   // was in the mailbox when the timer was cancelled
            case RecoveryPermitProtocol.PermitGranted:
                return true;   // the answer to the request of an earlier incarnation
            default:
                return false;
        }
    }

    private void ApplyHandler(object payload)
    {
        var failed = true;
        _insideHandler = true;
        try
        {
            _pendingInvocations.Peek().Run(payload);
            failed = false;
        }
        finally
        {
            _insideHandler = false;
            DequeueInvocation();
            CompleteStep(failed);
        }
    }

    private void Reject(WriteMessageRejected rejected)
    {
        var persistent = rejected.Persistent;
        SawSequenceNr(persistent);
        DequeueInvocation();
        CompleteStep(false);
        OnPersistRejected(rejected.Cause, persistent.Payload, persistent.SequenceNr);
    }

    private void FailPersist(WriteMessageFailure failure)
    {
        DequeueInvocation();
        try
        {
            OnPersistFailure(failure.Cause, failure.Persistent.Payload, failure.Persistent.SequenceNr);
        }
        finally
        {
            Context.Stop(Self);
        }
    }

    private void DequeueInvocation()
    {
        if (_pendingInvocations.Dequeue().IsStashing)
            _pendingStashingInvocations--;
    }
}
