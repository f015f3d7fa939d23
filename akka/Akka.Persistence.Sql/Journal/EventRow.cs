namespace Akka.Persistence.Sql.Journal;

/// <summary>An event as it is written.</summary>
internal readonly struct EventRow(
    string persistenceId, long sequenceNr, long created, int identifier, string manifest, byte[] message, string tags, string[] tagList)
{
    public readonly string PersistenceId = persistenceId;

    public readonly long SequenceNr = sequenceNr;

    /// <summary>In ticks since the year 1.</summary>
    public readonly long Created = created;

    /// <summary>The serializer's identifier.</summary>
    public readonly int Identifier = identifier;

    public readonly string Manifest = manifest;

    public readonly byte[] Message = message;

    /// <summary>The tags as one text, for the tags column; null when that is not written.</summary>
    public readonly string Tags = tags;

    /// <summary>The tags one by one, for the tag table; null when there are none to write.</summary>
    public readonly string[] TagList = tagList;
}
