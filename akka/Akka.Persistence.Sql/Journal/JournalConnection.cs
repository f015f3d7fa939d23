namespace Akka.Persistence.Sql.Journal;

using Akka.Persistence.Sql.Db;

/// <summary>A connection to the journal's tables.</summary>
internal abstract class JournalConnection : ISqlConnection
{
    public abstract bool IsUsable { get; }

    /// <summary>Writes all rows of all requests in one transaction.</summary>
    public abstract void Write(List<WriteRequest> requests);

    /// <summary>Deletes the events up to <paramref name="toSequenceNr"/>, but keeps the highest of them, marked as deleted.</summary>
    public abstract void Delete(string persistenceId, long toSequenceNr);

    /// <summary>The highest sequence number ever written, deleted or not; 0 when there is none.</summary>
    public abstract long ReadHighestSequenceNr(string persistenceId);

    /// <summary>Hands the first <paramref name="limit"/> events of the range to <paramref name="replay"/>; returns how many.</summary>
    public abstract int ReadPage(string persistenceId, long fromSequenceNr, long toSequenceNr, int limit, IEventSink replay);

    public abstract void Dispose();
}
