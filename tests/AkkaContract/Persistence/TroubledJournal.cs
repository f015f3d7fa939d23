namespace Akka.Flink.AkkaContract.Tests.Persistence;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Persistence;
using Akka.Persistence.Journal;

/// <summary>A journal that keeps events in memory and fails as the test wants, told by the event or the persistence id.</summary>
/// <remarks>
/// A write with the event "fail" fails, an atomic write with "reject" is refused, one with "slow" finishes when the test says so. The ids
/// "unreadable", "stuck" and "headless" fail to replay, never finish to replay, and fail to tell the highest sequence number.
/// </remarks>
public sealed class TroubledJournal : AsyncWriteJournal
{
    private readonly List<IPersistentRepresentation> _events = [];

    /// <summary>What slow writes wait for.</summary>
    public static TaskCompletionSource Slow { get; set; } = new();

    public override async Task ReplayMessagesAsync(
        IActorContext context,
        string persistenceId,
        long fromSequenceNr,
        long toSequenceNr,
        long max,
        Action<IPersistentRepresentation> recoveryCallback)
    {
        if (persistenceId == "unreadable")
            throw new IOException("unreadable");

        if (persistenceId == "stuck")
            await new TaskCompletionSource().Task;

        foreach (var found in EventsOf(persistenceId))
        {
            if (found.SequenceNr >= fromSequenceNr && found.SequenceNr <= toSequenceNr)
                recoveryCallback(found);
        }
    }

    public override Task<long> ReadHighestSequenceNrAsync(string persistenceId, long fromSequenceNr)
    {
        if (persistenceId == "headless")
            throw new IOException("headless");

        var isTroubled = persistenceId is "stuck" or "unreadable";
        var highest = EventsOf(persistenceId).Select(found => found.SequenceNr).DefaultIfEmpty(isTroubled ? 1 : 0).Max();
        return Task.FromResult(highest);
    }

    protected override async Task<IImmutableList<Exception>> WriteMessagesAsync(IEnumerable<AtomicWrite> messages)
    {
        var writes = messages.ToList();
        var payloads = writes
            .SelectMany(write => (IEnumerable<IPersistentRepresentation>)write.Payload)
            .Select(found => found.Payload)
            .ToList();
        if (payloads.Contains("fail"))
            throw new IOException("disk full");

        if (payloads.Contains("slow"))
            await Slow.Task;

        return [.. writes.Select(Store)];
    }

    protected override Task DeleteMessagesToAsync(string persistenceId, long toSequenceNr) =>
        throw new IOException("read only");

    private Exception Store(AtomicWrite write)
    {
        var events = (IImmutableList<IPersistentRepresentation>)write.Payload;
        if (events.Any(found => Equals(found.Payload, "reject")))
            return new ArgumentException("not wanted");

        lock (_events)
            _events.AddRange(events);
        return null!;
    }

    private List<IPersistentRepresentation> EventsOf(string persistenceId)
    {
        lock (_events)
            return _events.FindAll(found => found.PersistenceId == persistenceId);
    }
}
