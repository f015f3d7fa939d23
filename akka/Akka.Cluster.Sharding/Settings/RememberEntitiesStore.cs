namespace Akka.Cluster.Sharding;

/// <summary>Where the names of entities to be remembered would be kept.</summary>
public enum RememberEntitiesStore
{
    DData = 0,
    Eventsourced = 1,
    Custom = 2,
}
