namespace Akka.Persistence.Sql.Db;

/// <summary>A connection of a plugin, used by one thread at a time.</summary>
internal interface ISqlConnection : IDisposable
{
    /// <summary>Whether, after a job on it has failed, the next one can be tried on it.</summary>
    bool IsUsable { get; }
}
