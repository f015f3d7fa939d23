namespace Akka.Persistence;

/// <content>Start, restart and stop.</content>
public abstract partial class Eventsourced
{
    public override void AroundPreStart()
    {
        if (PersistenceId is null)
            throw PersistenceErrors.NoPersistenceId(Self.Path);

        // A missing plugin is to show now, not at the first event or snapshot.
        _ = Journal;
        _ = SnapshotStore;

        RequestRecoveryPermit();
        base.AroundPreStart();
    }

    public override void AroundPreRestart(Exception cause, object message)
    {
        try
        {
            _recoveryTimer?.Cancel();
            UnstashEverything();
        }
        finally
        {
            FlushBatch();
            base.AroundPreRestart(cause, Unwrap(message));
        }
    }

    public override void AroundPostRestart(Exception reason, object message)
    {
        RequestRecoveryPermit();
        base.AroundPostRestart(reason, message);
    }

    public override void AroundPostStop()
    {
        try
        {
            _recoveryTimer?.Cancel();
            UnstashEverything();
        }
        finally
        {
            base.AroundPostStop();
        }
    }

    private static object Unwrap(object message) => message switch
    {
        WriteMessageSuccess success => success.Persistent.Payload,
        LoopMessageSuccess loop => loop.Message,
        ReplayedMessage replayed => replayed.Persistent.Payload,
        _ => message,
    };

    private void UnstashEverything()
    {
        _internalStash.UnstashAll();
        Stash.UnstashAll(UnstashFilterPredicate);
    }
}
