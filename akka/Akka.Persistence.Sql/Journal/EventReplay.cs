namespace Akka.Persistence.Sql.Journal;

/// <summary>One replay: reads page after page, so that no query stays open for long, and hands each event to the callback.</summary>
/// <remarks>Run again after a failure, it goes on behind the last event.</remarks>
internal sealed class EventReplay(
    EventSerializer serializer, string persistenceId, long fromSequenceNr, int pageSize, Action<IPersistentRepresentation> callback)
    : IEventSink
{
    private long _lastSequenceNr = Math.Max(1, fromSequenceNr) - 1;
    private long _replayed;

    /// <summary>Returns how many events were replayed.</summary>
    public long Run(JournalConnection connection, long toSequenceNr, long max)
    {
        while (_replayed < max && _lastSequenceNr < toSequenceNr)
        {
            var limit = (int)Math.Min(pageSize, max - _replayed);
            if (connection.ReadPage(persistenceId, _lastSequenceNr + 1, toSequenceNr, limit, this) < limit)
                break;
        }

        return _replayed;
    }

    public void OnEvent(long sequenceNr, long created, int? identifier, string manifest, string writerUuid, byte[] message)
    {
        callback(serializer.Deserialize(persistenceId, sequenceNr, created, identifier, manifest, writerUuid, message));
        _lastSequenceNr = sequenceNr;
        _replayed++;
    }
}
