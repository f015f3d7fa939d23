namespace Akka.Persistence.Sql.Journal;

/// <summary>The database that keeps the journal.</summary>
internal interface IJournalDatabase : IDisposable
{
    /// <summary>How many connections may write at the same time.</summary>
    int Writers { get; }

    /// <summary>How many connections may read at the same time; 0 when the writer's has to do that.</summary>
    int Readers { get; }

    /// <summary>Opens a connection, after creating missing tables if it is the first and the settings say so.</summary>
    JournalConnection Open();

    /// <summary>
    /// Whether a write failed because of what one of its rows holds: a sequence number that another writer has taken, a text too long.
    /// </summary>
    bool IsOfOneRow(Exception cause);
}
