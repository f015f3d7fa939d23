namespace Akka.Persistence.Sql.Journal;

/// <summary>Takes the rows of a replay, one by one.</summary>
internal interface IEventSink
{
    /// <param name="identifier">The serializer's identifier; null in rows of plugins that did not keep it.</param>
    void OnEvent(long sequenceNr, long created, int? identifier, string manifest, string writerUuid, byte[] message);
}
