namespace Akka.Cluster.Sharding;

/// <summary>Where the coordinator keeps its state.</summary>
public enum StateStoreMode
{
    /// <summary>In the journal.</summary>
    Persistence = 0,

    /// <summary>In distributed data; not supported.</summary>
    DData = 1,

    /// <summary>Not supported.</summary>
    Custom = 2,
}
