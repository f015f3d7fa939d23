namespace Akka.Cluster.Sharding.Serialization;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster.Sharding.Serialization.Proto.Msg;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using static Akka.Cluster.Sharding.ShardingProtocol;

/// <summary>Queries and their answers as protobuf messages and back.</summary>
internal sealed class QueryMapping
{
    public byte[] ToBinary(object obj) => obj switch
    {
        ShardStats stats => new ShardStatsData { Shard = stats.Shard, EntityCount = stats.EntityCount }.ToByteArray(),
        ShardRegionStats stats => Write(stats).ToByteArray(),
        GetClusterShardingStats query => new GetClusterShardingStatsData { Timeout = Duration.FromTimeSpan(query.Timeout) }.ToByteArray(),
        ClusterShardingStats stats => Write(stats).ToByteArray(),
        CurrentRegions regions => new CurrentRegionsData { Regions = { regions.Regions.Select(Write) } }.ToByteArray(),
        ShardState state => Write(state).ToByteArray(),
        CurrentShardRegionState state => new CurrentShardRegionStateData
        {
            Shards = { state.Shards.Select(Write) },
            Failed = { state.Failed },
        }.ToByteArray(),
        _ => [],
    };

    /// <summary>Null for a manifest that is not known here.</summary>
    public object FromBinary(byte[] bytes, string manifest) => manifest switch
    {
        "DA" => new GetShardStats(),
        "DB" => ReadShardStats(bytes),
        "DC" => GetShardRegionStats.Instance,
        "DD" => Read(ShardRegionStatsData.Parser.ParseFrom(bytes)),
        "GS" => new GetClusterShardingStats(GetClusterShardingStatsData.Parser.ParseFrom(bytes).Timeout.ToTimeSpan()),
        "CS" => ReadClusterStats(bytes),
        "DG" => GetCurrentRegions.Instance,
        "DH" => new CurrentRegions(CurrentRegionsData.Parser.ParseFrom(bytes).Regions.Select(Read).ToImmutableHashSet()),
        "FA" => new GetCurrentShardState(),
        "FC" => GetShardRegionState.Instance,
        "FD" => Read(ShardStateData.Parser.ParseFrom(bytes)),
        "FE" => ReadRegionState(bytes),
        _ => null,
    };

    private static ShardRegionStatsData Write(ShardRegionStats stats)
    {
        var data = new ShardRegionStatsData { Failed = { stats.Failed } };
        foreach (var (shard, count) in stats.Stats)
            data.Stats.Add(shard, count);
        return data;
    }

    private static ClusterShardingStatsData Write(ClusterShardingStats stats) => new()
    {
        Stats =
        {
            stats.Regions.Select(entry => new ClusterShardingStatsData.Types.Entry
            {
                Address = Write(entry.Key),
                Stats = Write(entry.Value),
            }),
        },
    };

    private static ShardStateData Write(ShardState state) => new() { ShardId = state.ShardId, EntityIds = { state.EntityIds } };

    private static AddressData Write(Address address) => new()
    {
        Protocol = address.Protocol,
        System = address.System,
        Hostname = address.Host ?? "",
        Port = (uint)(address.Port ?? 0),
    };

    private static Address Read(AddressData data) => new(data.Protocol, data.System, data.Hostname, (int)data.Port);

    private static ShardStats ReadShardStats(byte[] bytes)
    {
        var data = ShardStatsData.Parser.ParseFrom(bytes);
        return new ShardStats(data.Shard, data.EntityCount);
    }

    private static ShardRegionStats Read(ShardRegionStatsData data) =>
        new(data.Stats.ToImmutableDictionary(), data.Failed.ToImmutableHashSet());

    private static ClusterShardingStats ReadClusterStats(byte[] bytes) => new(ClusterShardingStatsData.Parser.ParseFrom(bytes).Stats
        .ToImmutableDictionary(entry => Read(entry.Address), entry => Read(entry.Stats)));

    private static ShardState Read(ShardStateData data) => new(data.ShardId, data.EntityIds.ToImmutableHashSet());

    private static CurrentShardRegionState ReadRegionState(byte[] bytes)
    {
        var data = CurrentShardRegionStateData.Parser.ParseFrom(bytes);
        return new CurrentShardRegionState(data.Shards.Select(Read).ToImmutableHashSet(), data.Failed.ToImmutableHashSet());
    }
}
