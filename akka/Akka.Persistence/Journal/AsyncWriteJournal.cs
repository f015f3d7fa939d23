namespace Akka.Persistence.Journal;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Pattern;

/// <summary>The base of journals that write and replay without blocking.</summary>
/// <remarks>
/// Several writes may be under way at once. Whenever they finish, they are answered in the order in which they were asked for, by the
/// <see cref="Resequencer"/>. Writes, deletions and the reading of the highest sequence number go through a circuit breaker; a replay
/// does not, for how long it takes depends on its length.
/// </remarks>
public abstract partial class AsyncWriteJournal : WriteJournalBase, IAsyncRecovery
{
    protected readonly bool CanPublish;

    private readonly CircuitBreaker _breaker;
    private readonly ReplayFilterSettings _replayFilter;
    private readonly IActorRef _self;
    private readonly ActorSystem _system;

    protected AsyncWriteJournal()
    {
        var extension = Persistence.Instance.Apply(Context.System);
        var config = extension.ConfigFor(Self);

        _self = Self;
        _system = Context.System;
        CanPublish = extension.Settings.Internal.PublishPluginCommands;
        _breaker = CircuitBreaker.Create(
            _system.Scheduler,
            config.GetInt("circuit-breaker.max-failures", 10),
            config.GetTimeSpan("circuit-breaker.call-timeout", TimeSpan.FromSeconds(10)),
            config.GetTimeSpan("circuit-breaker.reset-timeout", TimeSpan.FromSeconds(30)));
        _replayFilter = ReplayFilterSettings.From(config);
    }

    public abstract Task ReplayMessagesAsync(
        IActorContext context,
        string persistenceId,
        long fromSequenceNr,
        long toSequenceNr,
        long max,
        Action<IPersistentRepresentation> recoveryCallback);

    public abstract Task<long> ReadHighestSequenceNrAsync(string persistenceId, long fromSequenceNr);

    /// <summary>The innermost exception of an <see cref="AggregateException"/> that has only one; otherwise the exception itself.</summary>
    protected static Exception TryUnwrapException(Exception e)
    {
        if (e is not AggregateException aggregate)
            return e;

        var flat = aggregate.Flatten();
        return flat.InnerExceptions.Count == 1 ? flat.InnerExceptions[0] : flat;
    }

    /// <summary>Stores the writes, each all or none.</summary>
    /// <returns>Null or an empty list when all were stored; otherwise one entry for each write, null or why it was refused.</returns>
    protected abstract Task<IImmutableList<Exception>> WriteMessagesAsync(IEnumerable<AtomicWrite> messages);

    protected abstract Task DeleteMessagesToAsync(string persistenceId, long toSequenceNr);

    /// <summary>Takes what is not of the journal protocol.</summary>
    protected virtual bool ReceivePluginInternal(object message) => false;

    protected sealed override bool Receive(object message) => ReceiveWriteJournal(message) || ReceivePluginInternal(message);

    protected bool ReceiveWriteJournal(object message)
    {
        switch (message)
        {
            case WriteMessages write:
                _ = WriteAsync(write, _nextWrite++);
                return true;
            case ReplayMessages replay:
                _ = ReplayAsync(replay, Context);
                return true;
            case DeleteMessagesTo delete:
                _ = DeleteAsync(delete);
                return true;
            default:
                return false;
        }
    }

    private async Task DeleteAsync(DeleteMessagesTo request)
    {
        try
        {
            await _breaker
                .WithCircuitBreaker(() => DeleteMessagesToAsync(request.PersistenceId, request.ToSequenceNr))
                .ConfigureAwait(false);
            request.PersistentActor.Tell(new DeleteMessagesSuccess(request.ToSequenceNr), _self);
        }
        catch (Exception cause)
        {
            request.PersistentActor.Tell(new DeleteMessagesFailure(TryUnwrapException(cause), request.ToSequenceNr), _self);
        }

        Publish(request);
    }

    private void Publish(object request)
    {
        if (CanPublish)
            _system.EventStream.Publish(request);
    }
}
