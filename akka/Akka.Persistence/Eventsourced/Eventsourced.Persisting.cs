namespace Akka.Persistence;

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Akka.Actor;

/// <content>Persisting and deferring, and the writes that come of it.</content>
public abstract partial class Eventsourced
{
    private readonly Queue<PendingInvocation> _pendingInvocations = new();
    private readonly Queue<IPersistentEnvelope> _journalBatch = new();
    private int _pendingStashingInvocations;
    private bool _isWriteInProgress;
    private bool _insideHandler;

    /// <summary>Persists an event; no command is processed before its handler has been called.</summary>
    public void Persist<TEvent>(TEvent @event, Action<TEvent> handler)
    {
        VerifyMayPersist();
        Enqueue(handler, isStashing: true);
        _journalBatch.Enqueue(new AtomicWrite(Represent(@event)));
    }

    /// <summary>Persists events, all or none; no command is processed before the handler has been called for the last.</summary>
    public void PersistAll<TEvent>(IEnumerable<TEvent> events, Action<TEvent> handler)
    {
        VerifyMayPersist();
        EnqueueAll(events, handler, isStashing: true);
    }

    /// <summary>Persists an event; commands are processed meanwhile.</summary>
    public void PersistAsync<TEvent>(TEvent @event, Action<TEvent> handler)
    {
        VerifyMayPersist();
        Enqueue(handler, isStashing: false);
        _journalBatch.Enqueue(new AtomicWrite(Represent(@event)));
    }

    /// <summary>Persists events, all or none; commands are processed meanwhile.</summary>
    public void PersistAllAsync<TEvent>(IEnumerable<TEvent> events, Action<TEvent> handler)
    {
        VerifyMayPersist();
        EnqueueAll(events, handler, isStashing: false);
    }

    /// <summary>
    /// Calls <paramref name="handler"/> after the handlers of all events persisted so far; at once if there is none. Nothing is stored.
    /// </summary>
    public void DeferAsync<TEvent>(TEvent evt, Action<TEvent> handler)
    {
        if (IsRecovering)
            throw PersistenceErrors.DeferDuringReplay();

        if (_pendingInvocations.Count == 0)
        {
            handler(evt);
            return;
        }

        Enqueue(handler, isStashing: false);
        _journalBatch.Enqueue(new NonPersistentMessage(evt, Sender));
    }

    /// <summary>Deletes the events up to <paramref name="toSequenceNr"/>, inclusive; <see cref="long.MaxValue"/> for all so far.</summary>
    /// <remarks>Answered by <see cref="DeleteMessagesSuccess"/> or <see cref="DeleteMessagesFailure"/>.</remarks>
    public void DeleteMessages(long toSequenceNr)
    {
        if (toSequenceNr == long.MaxValue || toSequenceNr <= LastSequenceNr)
        {
            Journal.Tell(new DeleteMessagesTo(PersistenceId, toSequenceNr, Self), Self);
            return;
        }

        var cause = new ArgumentOutOfRangeException(
            nameof(toSequenceNr),
            $"toSequenceNr [{toSequenceNr}] must be less than or equal to LastSequenceNr [{LastSequenceNr}]");
        Self.Tell(new DeleteMessagesFailure(cause, toSequenceNr), Self);
    }

    private void VerifyMayPersist()
    {
        if (IsRecovering)
            throw PersistenceErrors.PersistDuringReplay();
    }

    private void Enqueue<TEvent>(Action<TEvent> handler, bool isStashing)
    {
        if (isStashing)
            _pendingStashingInvocations++;
        _pendingInvocations.Enqueue(new PendingInvocation(handler, Invoker<TEvent>.Invoke, isStashing));
    }

    private void EnqueueAll<TEvent>(IEnumerable<TEvent> events, Action<TEvent> handler, bool isStashing)
    {
        if (events is null)
            return;

        var payload = ImmutableArray.CreateBuilder<IPersistentRepresentation>();
        foreach (var @event in events)
        {
            Enqueue(handler, isStashing);
            payload.Add(Represent(@event));
        }

        if (payload.Count > 0)
            _journalBatch.Enqueue(new AtomicWrite(payload.DrainToImmutable()));
    }

    private Persistent Represent(object @event) => new(
        @event,
        persistenceId: PersistenceId,
        sequenceNr: ++_sequenceNr,
        writerGuid: _writerGuid,
        sender: Sender);

    private void FlushBatch()
    {
        if (_isWriteInProgress || _journalBatch.Count == 0)
            return;

        var batch = new IPersistentEnvelope[Math.Min(_journalBatch.Count, JournalHolder.MaxMessageBatchSize)];
        for (var i = 0; i < batch.Length; i++)
            batch[i] = _journalBatch.Dequeue();

        _isWriteInProgress = true;
        Journal.Tell(new WriteMessages(batch, Self, _instanceId), Self);
    }

    /// <summary>A handler that waits for the journal. The event comes with the answer, so only what calls the handler is kept.</summary>
    private readonly struct PendingInvocation(Delegate handler, Action<Delegate, object> invoke, bool isStashing)
    {
        public bool IsStashing => isStashing;

        public void Run(object payload) => invoke(handler, payload);
    }

    /// <summary>One shared delegate for each event type, in place of a closure for each event.</summary>
    private static class Invoker<TEvent>
    {
        public static readonly Action<Delegate, object> Invoke =
            static (handler, payload) => Unsafe.As<Action<TEvent>>(handler)((TEvent)payload);
    }
}
