namespace Akka.Persistence.Sql.Db;

/// <summary>A connection of a plugin, used by one thread at a time.</summary>
internal interface ISqlConnection : IDisposable
{
    /// <summary>Whether, after a call has failed, the next one can be tried on it.</summary>
    bool IsUsable { get; }

    /// <summary>Asks the database, if it is a remote one.</summary>
    bool IsAlive();
}
