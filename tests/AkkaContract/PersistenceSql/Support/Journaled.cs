namespace Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

using Akka.Actor;
using Akka.Persistence;

/// <summary>A persistent actor that does what its commands say and answers with what came of it.</summary>
public sealed class Journaled : ReceivePersistentActor
{
    private readonly List<object> _events = [];
    private object? _snapshot;
    private IActorRef _asker = ActorRefs.Nobody;

    public Journaled(string persistenceId, bool keepEvents = true)
    {
        PersistenceId = persistenceId;
        Recover<SnapshotOffer>(offer => _snapshot = offer.Snapshot);
        RecoverAny(recovered =>
        {
            if (keepEvents && recovered is not RecoveryCompleted)
                _events.Add(recovered);
        });
        Command<Add>(add => Persist(add.Event, Answer));
        Command<AddAll>(AddAllEvents);
        Command<Look>(_ => Sender.Tell(new Seen([.. _events], _snapshot, LastSequenceNr)));
        Command<DeleteTo>(delete => Remember(() => DeleteMessages(delete.SequenceNr)));
        Command<Snap>(snap => Remember(() => SaveSnapshot(snap.State)));
        Command<DeleteMessagesSuccess>(done => _asker.Tell(done));
        Command<DeleteMessagesFailure>(failed => _asker.Tell(new Failed(failed.Cause)));
        Command<SaveSnapshotSuccess>(done => _asker.Tell(done));
        Command<SaveSnapshotFailure>(failed => _asker.Tell(new Failed(failed.Cause)));
    }

    public override string PersistenceId { get; }

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) => Sender.Tell(new Failed(cause));

    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr) => Sender.Tell(new Rejected(cause));

    private void AddAllEvents(AddAll command)
    {
        var left = command.Events.Length;
        PersistAllAsync(command.Events, added =>
        {
            _events.Add(added);
            if (--left == 0)
                Sender.Tell(new Added(LastSequenceNr));
        });
    }

    private void Answer(object added)
    {
        _events.Add(added is Akka.Persistence.Journal.Tagged tagged ? tagged.Payload : added);
        Sender.Tell(new Added(LastSequenceNr));
    }

    private void Remember(Action action)
    {
        _asker = Sender;
        action();
    }

    public sealed record Add(object Event);

    public sealed record AddAll(object[] Events);

    public sealed record DeleteTo(long SequenceNr);

    public sealed record Snap(object State);

    public sealed record Look;

    public sealed record Seen(object[] Events, object? Snapshot, long LastSequenceNr);

    public sealed record Added(long SequenceNr);

    public sealed record Rejected(Exception Cause);

    public sealed record Failed(Exception Cause);
}
