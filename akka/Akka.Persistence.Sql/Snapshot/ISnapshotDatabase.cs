namespace Akka.Persistence.Sql.Snapshot;

/// <summary>The database that keeps the snapshots.</summary>
internal interface ISnapshotDatabase : IDisposable
{
    /// <summary>How many connections may be open at the same time.</summary>
    int Connections { get; }

    /// <summary>For how long a connection that has nothing to do stays open.</summary>
    TimeSpan IdleTimeout { get; }

    /// <summary>Opens a connection, after creating the table if it is the first and the settings say so.</summary>
    SnapshotConnection Open();
}
