namespace Akka.Persistence;

using Akka.Actor;
using Akka.Event;
using static RecoveryPermitProtocol;

/// <content>From the permit to <see cref="RecoveryCompleted"/>.</content>
public abstract partial class Eventsourced
{
    private readonly Receive _receiveRecovery;
    private ICancelable _recoveryTimer;
    private long _replayMax;
    private bool _eventSeenInInterval;

    /// <summary>Called when the recovery failed; the actor is stopped afterwards.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="message">The event at which it failed; null if there was none.</param>
    protected virtual void OnRecoveryFailure(Exception reason, object message = null)
    {
        if (message is null)
        {
            Log.Error(
                reason,
                "Persistence failure when replaying events for persistenceId [{0}]. Last known sequence number [{1}]",
                PersistenceId,
                LastSequenceNr);
            return;
        }

        Log.Error(
            reason,
            "Exception in ReceiveRecover when replaying event type [{0}] with sequence number [{1}] for persistenceId [{2}]",
            message.GetType(),
            LastSequenceNr,
            PersistenceId);
    }

    private void RequestRecoveryPermit()
    {
        Extension.RecoveryPermitter.Tell(RequestPermit.Instance, Self);
        _phase = Phase.WaitingRecoveryPermit;
    }

    private void ReturnRecoveryPermit() => Extension.RecoveryPermitter.Tell(ReturnPermit.Instance, Self);

    private void AwaitPermit(object message)
    {
        if (message is PermitGranted)
            StartRecovery(Recovery);
        else
            StashInternally(message);
    }

    private void StartRecovery(Recovery recovery)
    {
        _replayMax = recovery.ReplayMax;
        _recoveryTimer = Context.System.Scheduler.ScheduleTellOnceCancelable(
            JournalHolder.RecoveryEventTimeout, Self, new RecoveryTick(true), Self);
        _phase = Phase.RecoveryStarted;
        LoadSnapshot(SnapshotterId, recovery.FromSnapshot, recovery.ToSequenceNr);
    }

    private void AwaitSnapshot(object message)
    {
        switch (message)
        {
            case LoadSnapshotResult result:
                _recoveryTimer.Cancel();
                StartReplay(result);
                break;
            case LoadSnapshotFailed failed:
                FailRecovery(failed.Cause);
                break;
            case RecoveryTick { Snapshot: true }:
                FailRecovery(PersistenceErrors.NoSnapshotInTime(PersistenceId, JournalHolder.RecoveryEventTimeout));
                break;
            default:
                StashInternally(message);
                break;
        }
    }

    private void StartReplay(LoadSnapshotResult result)
    {
        try
        {
            OfferSnapshot(result.Snapshot);
        }
        catch (Exception)
        {
            ReturnRecoveryPermit();
            throw;
        }

        var timeout = JournalHolder.RecoveryEventTimeout;
        _recoveryTimer = Context.System.Scheduler.ScheduleTellRepeatedlyCancelable(timeout, timeout, Self, new RecoveryTick(false), Self);
        _eventSeenInInterval = false;
        _phase = Phase.Recovering;
        Journal.Tell(new ReplayMessages(LastSequenceNr + 1, result.ToSequenceNr, _replayMax, PersistenceId, Self), Self);
    }

    private void OfferSnapshot(SelectedSnapshot snapshot)
    {
        if (snapshot is null)
            return;

        var before = LastSequenceNr;
        var offer = new SnapshotOffer(snapshot.Metadata, snapshot.Snapshot);
        LastSequenceNr = snapshot.Metadata.SequenceNr;
        if (base.AroundReceive(_receiveRecovery, offer))
            return;

        // Refused: the events before the snapshot are needed then.
        LastSequenceNr = before;
    }

    private void Recover(object message)
    {
        switch (message)
        {
            case ReplayedMessage replayed:
                Replay(replayed.Persistent);
                break;
            case RecoverySuccess success:
                CompleteRecovery(success.HighestSequenceNr);
                break;
            case ReplayMessagesFailure failure:
                FailRecovery(failure.Cause);
                break;
            case RecoveryTick { Snapshot: false } when !_eventSeenInInterval:
                FailRecovery(PersistenceErrors.NoEventInTime(PersistenceId, JournalHolder.RecoveryEventTimeout, LastSequenceNr));
                break;
            case RecoveryTick:
                _eventSeenInInterval = false;
                break;
            default:
                StashInternally(message);
                break;
        }
    }

    private void Replay(IPersistentRepresentation persistent)
    {
        try
        {
            _eventSeenInInterval = true;
            SawSequenceNr(persistent);
            base.AroundReceive(_receiveRecovery, persistent);
        }
        catch (Exception cause)
        {
            FailRecovery(cause, persistent.Payload);
        }
    }

    private void CompleteRecovery(long highestSequenceNr)
    {
        _recoveryTimer.Cancel();
        try
        {
            OnReplaySuccess();
            LastSequenceNr = Math.Max(highestSequenceNr, LastSequenceNr);
            _sequenceNr = LastSequenceNr;
            _phase = Phase.ProcessingCommands;
            _insideHandler = true;
            try
            {
                base.AroundReceive(_receiveRecovery, RecoveryCompleted.Instance);
            }
            finally
            {
                _insideHandler = false;

                // Also when the handler throws: the supervisor may let the actor resume.
                StartProcessing();
            }
        }
        finally
        {
            ReturnRecoveryPermit();
        }
    }

    private void StartProcessing()
    {
        FlushBatch();
        _asyncTaskFailed = false;
        if (_pendingStashingInvocations > 0)
            _phase = Phase.PersistingEvents;
        else
            _internalStash.UnstashAll();
    }

    private void FailRecovery(Exception cause, object payload = null)
    {
        _recoveryTimer.Cancel();
        try
        {
            OnRecoveryFailure(cause, payload);
        }
        finally
        {
            Context.Stop(Self);
            ReturnRecoveryPermit();
        }
    }

    private bool ReceiveRecovery(object message) => message switch
    {
        IPersistentRepresentation persistent => ReceiveRecover(persistent.Payload),
        SnapshotOffer or RecoveryCompleted => ReceiveRecover(message),
        _ => false,
    };
}
