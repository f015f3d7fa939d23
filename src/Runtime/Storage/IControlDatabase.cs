namespace Akka.Flink.Runtime;

using Akka.Configuration;

/// <summary>The database of a cluster's job manager, as far as its kind makes a difference.</summary>
internal interface IControlDatabase
{
    /// <summary>What it is called in messages: without secrets.</summary>
    string Name { get; }

    /// <summary>The name of its provider, as the journal knows it.</summary>
    string ProviderName { get; }

    /// <summary>How it is reached: a secret.</summary>
    string ConnectionString { get; }

    /// <summary>The section of leases in it: see <see cref="ControlDatabaseLease"/>.</summary>
    Config LeaseConfig { get; }

    /// <summary>The row in it by which a cluster says that it lives.</summary>
    PresenceTable Presence { get; }

    /// <summary>Whether a cluster has used it.</summary>
    /// <exception cref="StorageException">It cannot be used.</exception>
    bool IsBound();

    /// <summary>Reads which cluster it belongs to; a new one belongs to this.</summary>
    /// <param name="clusterId">This cluster.</param>
    /// <returns>What it says of itself; null when it holds something else.</returns>
    /// <exception cref="StorageException">It cannot be used.</exception>
    DatabaseOwner? Bind(string clusterId);
}
