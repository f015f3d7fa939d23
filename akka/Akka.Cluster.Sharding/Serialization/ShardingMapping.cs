namespace Akka.Cluster.Sharding.Serialization;

using Akka.Actor;
using Akka.Cluster.Sharding.Serialization.Proto.Msg;
using Google.Protobuf;
using static Akka.Cluster.Sharding.CoordinatorEvents;
using static Akka.Cluster.Sharding.ShardingProtocol;
using References = Akka.Serialization.Serialization;

/// <summary>The coordinator's messages and events as protobuf messages and back.</summary>
internal sealed class ShardingMapping(ExtendedActorSystem system)
{
    public byte[] ToBinary(object obj) => obj switch
    {
        CoordinatorState state => Write(state),
        ShardRegionRegistered e => Reference(e.Region),
        ShardRegionProxyRegistered e => Reference(e.Proxy),
        ShardRegionTerminated e => Reference(e.Region),
        ShardRegionProxyTerminated e => Reference(e.Proxy),
        ShardHomeAllocated e => Home(e.Shard, e.Region),
        ShardHomeDeallocated e => Shard(e.Shard),
        Register m => Reference(m.Region),
        RegisterProxy m => Reference(m.Proxy),
        RegisterAck m => Reference(m.Coordinator),
        GetShardHome m => Shard(m.Shard),
        ShardHome m => Home(m.Shard, m.Region),
        HostShard m => Shard(m.Shard),
        ShardStarted m => Shard(m.Shard),
        BeginHandOff m => Shard(m.Shard),
        BeginHandOffAck m => Shard(m.Shard),
        HandOff m => Shard(m.Shard),
        ShardStopped m => Shard(m.Shard),
        GracefulShutdownReq m => Reference(m.Region),
        RegionStopped m => Reference(m.Region),
        _ => throw new ArgumentException($"[{obj.GetType()}] is no message of the coordinator.", nameof(obj)),
    };

    /// <summary>Null for a manifest that is not known here.</summary>
    public object FromBinary(byte[] bytes, string manifest) => manifest switch
    {
        "AA" => ReadState(bytes),
        "AB" => new ShardRegionRegistered(ReadReference(bytes)),
        "AC" => new ShardRegionProxyRegistered(ReadReference(bytes)),
        "AD" => new ShardRegionTerminated(ReadReference(bytes)),
        "AE" => new ShardRegionProxyTerminated(ReadReference(bytes)),
        "AF" => ReadAllocated(bytes),
        "AG" => new ShardHomeDeallocated(ReadShard(bytes)),
        "BA" => new Register(ReadReference(bytes)),
        "BB" => new RegisterProxy(ReadReference(bytes)),
        "BC" => new RegisterAck(ReadReference(bytes)),
        "BD" => new GetShardHome(ReadShard(bytes)),
        "BE" => ReadHome(bytes),
        "BF" => new HostShard(ReadShard(bytes)),
        "BG" => new ShardStarted(ReadShard(bytes)),
        "BH" => new BeginHandOff(ReadShard(bytes)),
        "BI" => new BeginHandOffAck(ReadShard(bytes)),
        "BJ" => new HandOff(ReadShard(bytes)),
        "BK" => new ShardStopped(ReadShard(bytes)),
        "BL" => new GracefulShutdownReq(ReadReference(bytes)),
        "BM" => new RegionStopped(ReadReference(bytes)),
        _ => null,
    };

    private static byte[] Reference(IActorRef reference) =>
        new ActorRefData { Ref = References.SerializedActorPath(reference) }.ToByteArray();

    private static byte[] Shard(string shard) => new ShardIdData { Shard = shard }.ToByteArray();

    private static byte[] Home(string shard, IActorRef region) =>
        new ShardHomeData { Shard = shard, Region = References.SerializedActorPath(region) }.ToByteArray();

    private static byte[] Write(CoordinatorState state) => new CoordinatorStateData
    {
        Shards =
        {
            state.Shards.Select(entry => new CoordinatorStateData.Types.ShardEntry
            {
                ShardId = entry.Key,
                RegionRef = References.SerializedActorPath(entry.Value),
            }),
        },
        Regions = { state.Regions.Keys.Select(References.SerializedActorPath) },
        RegionProxies = { state.Proxies.Select(References.SerializedActorPath) },
    }.ToByteArray();

    private static string ReadShard(byte[] bytes) => ShardIdData.Parser.ParseFrom(bytes).Shard;

    private IActorRef Resolve(string path) => system.Provider.ResolveActorRef(path);

    private IActorRef ReadReference(byte[] bytes) => Resolve(ActorRefData.Parser.ParseFrom(bytes).Ref);

    private ShardHome ReadHome(byte[] bytes)
    {
        var data = ShardHomeData.Parser.ParseFrom(bytes);
        return new ShardHome(data.Shard, Resolve(data.Region));
    }

    private ShardHomeAllocated ReadAllocated(byte[] bytes)
    {
        var data = ShardHomeData.Parser.ParseFrom(bytes);
        return new ShardHomeAllocated(data.Shard, Resolve(data.Region));
    }

    private CoordinatorState ReadState(byte[] bytes)
    {
        var data = CoordinatorStateData.Parser.ParseFrom(bytes);
        return CoordinatorState.Of(
            data.Shards.Select(entry => KeyValuePair.Create(entry.ShardId, Resolve(entry.RegionRef))),
            data.Regions.Select(Resolve),
            data.RegionProxies.Select(Resolve));
    }
}
