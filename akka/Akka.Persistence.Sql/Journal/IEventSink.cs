namespace Akka.Persistence.Sql.Journal;

/// <summary>Takes the rows of a replay, one by one.</summary>
internal interface IEventSink
{
    /// <summary>Takes an event; <paramref name="identifier"/> is null in rows of plugins that did not keep it.</summary>
    void OnEvent(long sequenceNr, long created, int? identifier, string manifest, string writerUuid, byte[] message);
}
