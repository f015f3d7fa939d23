namespace Akka.Persistence.Journal;

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Akka.Actor;

/// <summary>Keeps events in memory, for as long as the actor system lives.</summary>
/// <remarks>Writes run on the journal's thread, but a replay may run on another one: so the list of an actor is locked.</remarks>
public class MemoryJournal : AsyncWriteJournal
{
    private readonly ConcurrentDictionary<string, LinkedList<IPersistentRepresentation>> _messages = new();
    private readonly ConcurrentDictionary<string, long> _highestDeleted = new();

    protected virtual ConcurrentDictionary<string, LinkedList<IPersistentRepresentation>> Messages => _messages;

    public override Task<long> ReadHighestSequenceNrAsync(string persistenceId, long fromSequenceNr) =>
        Task.FromResult(HighestSequenceNr(persistenceId));

    public override Task ReplayMessagesAsync(
        IActorContext context,
        string persistenceId,
        long fromSequenceNr,
        long toSequenceNr,
        long max,
        Action<IPersistentRepresentation> recoveryCallback)
    {
        foreach (var persistent in Read(persistenceId, fromSequenceNr, toSequenceNr, max))
            recoveryCallback(persistent);

        return Task.CompletedTask;
    }

    public IDictionary<string, LinkedList<IPersistentRepresentation>> Add(IPersistentRepresentation persistent)
    {
        var events = Messages.GetOrAdd(persistent.PersistenceId, static _ => new LinkedList<IPersistentRepresentation>());
        lock (events)
            events.AddLast(persistent);

        return Messages;
    }

    public IEnumerable<IPersistentRepresentation> Read(string pid, long fromSeqNr, long toSeqNr, long max)
    {
        var read = new List<IPersistentRepresentation>();
        if (!Messages.TryGetValue(pid, out var events))
            return read;

        lock (events)
        {
            for (var node = events.First; node is not null && read.Count < max; node = node.Next)
            {
                if (node.Value.SequenceNr >= fromSeqNr && node.Value.SequenceNr <= toSeqNr)
                    read.Add(node.Value);
            }
        }

        return read;
    }

    public long HighestSequenceNr(string pid)
    {
        _highestDeleted.TryGetValue(pid, out var highest);
        if (!Messages.TryGetValue(pid, out var events))
            return highest;

        lock (events)
            return Math.Max(highest, events.Last?.Value.SequenceNr ?? 0);
    }

    protected override Task<IImmutableList<Exception>> WriteMessagesAsync(IEnumerable<AtomicWrite> messages)
    {
        var now = DateTime.UtcNow.Ticks;
        foreach (var write in messages)
        {
            for (var i = 0; i < write.Size; i++)
                Add(write[i].WithTimestamp(now));
        }

        return Task.FromResult<IImmutableList<Exception>>(null);
    }

    protected override Task DeleteMessagesToAsync(string persistenceId, long toSequenceNr)
    {
        var highest = HighestSequenceNr(persistenceId);
        if (!Messages.TryGetValue(persistenceId, out var events))
            return Task.CompletedTask;

        // The sequence goes on from the highest number ever used, also when no event is left.
        _highestDeleted[persistenceId] = highest;
        lock (events)
        {
            while (events.First is { } first && first.Value.SequenceNr <= toSequenceNr)
                events.RemoveFirst();
        }

        return Task.CompletedTask;
    }
}
