namespace Akka.Cluster.Sharding.Serialization;

using Akka.Actor;
using Akka.Serialization;
using static Akka.Cluster.Sharding.CoordinatorEvents;
using static Akka.Cluster.Sharding.ShardingProtocol;
using SerializationException = System.Runtime.Serialization.SerializationException;

/// <summary>The messages of sharding between nodes and in the journal, in the official form.</summary>
public class ClusterShardingMessageSerializer : SerializerWithStringManifest
{
    private readonly ShardingMapping _mapping;
    private readonly QueryMapping _queries = new();

    public ClusterShardingMessageSerializer(ExtendedActorSystem system)
        : base(system) => _mapping = new ShardingMapping(system);

    public override string Manifest(object o) => o switch
    {
        CoordinatorState => "AA",
        ShardRegionRegistered => "AB",
        ShardRegionProxyRegistered => "AC",
        ShardRegionTerminated => "AD",
        ShardRegionProxyTerminated => "AE",
        ShardHomeAllocated => "AF",
        ShardHomeDeallocated => "AG",
        Register => "BA",
        RegisterProxy => "BB",
        RegisterAck => "BC",
        GetShardHome => "BD",
        ShardHome => "BE",
        HostShard => "BF",
        ShardStarted => "BG",
        BeginHandOff => "BH",
        BeginHandOffAck => "BI",
        HandOff => "BJ",
        ShardStopped => "BK",
        GracefulShutdownReq => "BL",
        RegionStopped => "BM",
        GetShardStats => "DA",
        ShardStats => "DB",
        GetShardRegionStats => "DC",
        ShardRegionStats => "DD",
        GetClusterShardingStats => "GS",
        ClusterShardingStats => "CS",
        GetCurrentRegions => "DG",
        CurrentRegions => "DH",
        GetCurrentShardState => "FA",
        GetShardRegionState => "FC",
        ShardState => "FD",
        CurrentShardRegionState => "FE",
        _ => throw new ArgumentException(
            $"Can't serialize object of type [{o.GetType()}] in [{nameof(ClusterShardingMessageSerializer)}]: " +
            "it is no message of sharding."),
    };

    public override byte[] ToBinary(object obj) => Manifest(obj)[0] switch
    {
        'A' or 'B' => _mapping.ToBinary(obj),
        _ => _queries.ToBinary(obj),
    };

    public override object FromBinary(byte[] bytes, string manifest) =>
        _mapping.FromBinary(bytes, manifest) ?? _queries.FromBinary(bytes, manifest) ?? throw new SerializationException(
            $"Unknown manifest [{manifest}] in [{nameof(ClusterShardingMessageSerializer)}]; a newer node may have sent it.");
}
