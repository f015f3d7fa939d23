namespace Akka.Cluster.Sharding;

/// <summary>Sent by an entity to its parent, which answers with the stop message and keeps what comes until it has stopped.</summary>
public sealed class Passivate : IShardRegionCommand
{
    public Passivate(object stopMessage) => StopMessage = stopMessage;

    public object StopMessage { get; }
}
