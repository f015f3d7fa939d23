namespace Akka.Persistence.Sql.Journal;

/// <summary>One replay: reads page after page, so that no query stays open for long, and hands each event to the callback.</summary>
internal sealed class EventReplay(
    EventSerializer serializer, string persistenceId, int pageSize, Action<IPersistentRepresentation> callback) : IEventSink
{
    private long _lastSequenceNr;

    /// <summary>Returns how many events were replayed.</summary>
    public long Run(JournalConnection connection, long fromSequenceNr, long toSequenceNr, long max)
    {
        _lastSequenceNr = Math.Max(1, fromSequenceNr) - 1;
        var replayed = 0L;
        while (replayed < max && _lastSequenceNr < toSequenceNr)
        {
            var limit = (int)Math.Min(pageSize, max - replayed);
            var count = connection.ReadPage(persistenceId, _lastSequenceNr + 1, toSequenceNr, limit, this);
            replayed += count;
            if (count < limit)
                break;
        }

        return replayed;
    }

    public void OnEvent(long sequenceNr, long created, int? identifier, string manifest, string writerUuid, byte[] message)
    {
        callback(serializer.Deserialize(persistenceId, sequenceNr, created, identifier, manifest, writerUuid, message));
        _lastSequenceNr = sequenceNr;
    }
}
