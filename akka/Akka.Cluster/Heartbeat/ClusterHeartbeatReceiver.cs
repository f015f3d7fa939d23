namespace Akka.Cluster;

using Akka.Actor;

/// <summary>Answers heartbeats, whether this node is a member or not: the sender tells incarnations apart by their number.</summary>
internal sealed class ClusterHeartbeatReceiver : ReceiveActor
{
    public ClusterHeartbeatReceiver(Cluster cluster) => Receive<Heartbeat>(heartbeat =>
        Sender.Tell(new HeartbeatRsp(cluster.SelfUniqueAddress, heartbeat.SequenceNr, heartbeat.CreationTimeNanos)));

    public static Props Props(Cluster cluster) => Akka.Actor.Props.Create(() => new ClusterHeartbeatReceiver(cluster));

    public static ActorSelection At(Address address) => Context.ActorSelection(new RootActorPath(address) / Path);

    private static readonly string[] Path = ["system", "cluster", "heartbeatReceiver"];
}
