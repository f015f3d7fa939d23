namespace Akka.Flink.AkkaSlice.Tests.Wire;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster.Sharding;
using static Akka.Cluster.Sharding.CoordinatorEvents;
using static Akka.Cluster.Sharding.ShardingProtocol;

/// <summary>What regions, shards and the coordinator say to each other and write down.</summary>
public sealed class ShardingMessageTests : IAsyncLifetime
{
    private const int SerializerId = 13;

    private static readonly Address Somewhere = new("akka.tcp", "test", "host", 7);

    private readonly WireSystem _system = new();
    private readonly IActorRef _one;
    private readonly IActorRef _other;

    public ShardingMessageTests() => (_one, _other) = (_system.Actor("one"), _system.Actor("other"));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _system.DisposeAsync();

    [Fact]
    public void Every_message_has_the_official_manifest_and_comes_back_the_same()
    {
        foreach (var (message, manifest) in Messages())
            Assert.Equal(message, _system.Copy(message, SerializerId, manifest));
    }

    [Fact]
    public void A_coordinators_state_comes_back_the_same()
    {
        var state = CoordinatorState.Empty
            .Updated(new ShardRegionRegistered(_one))
            .Updated(new ShardRegionRegistered(_other))
            .Updated(new ShardRegionProxyRegistered(_other))
            .Updated(new ShardHomeAllocated("a", _one))
            .Updated(new ShardHomeAllocated("b", _one));

        var copy = Assert.IsType<CoordinatorState>(_system.Copy(state, SerializerId, "AA"));

        Assert.Equal(state.Shards.OrderBy(each => each.Key), copy.Shards.OrderBy(each => each.Key));
        Assert.Equal(state.Regions.Keys.Order(), copy.Regions.Keys.Order());
        Assert.Equal(["a", "b"], copy.Regions[_one].Order(StringComparer.Ordinal));
        Assert.Empty(copy.Regions[_other]);
        Assert.Equal(state.Proxies, copy.Proxies);
    }

    [Fact]
    public void No_message_falls_back_to_another_serializer() => Assert.Equal(
        WireSystem.MessagesOf<IClusterShardingSerializable>(),
        Messages().Select(message => message.Message.GetType().Name).Append(nameof(CoordinatorState)).Order(StringComparer.Ordinal));

    [Fact]
    public void An_unknown_manifest_is_refused() => Assert.Throws<System.Runtime.Serialization.SerializationException>(
        () => _system.Read([], SerializerId, "ZZ"));

    private IEnumerable<(object Message, string Manifest)> Messages()
    {
        var shard = new ShardState("s", ImmutableHashSet.Create("x", "y"));
        var stats = new ShardRegionStats(ImmutableDictionary<string, int>.Empty.Add("s", 2), ImmutableHashSet.Create("failed"));
        return
        [
            (new ShardRegionRegistered(_one), "AB"),
            (new ShardRegionProxyRegistered(_one), "AC"),
            (new ShardRegionTerminated(_one), "AD"),
            (new ShardRegionProxyTerminated(_one), "AE"),
            (new ShardHomeAllocated("s", _one), "AF"),
            (new ShardHomeDeallocated("s"), "AG"),
            (new Register(_one), "BA"),
            (new RegisterProxy(_one), "BB"),
            (new RegisterAck(_one), "BC"),
            (new GetShardHome("s"), "BD"),
            (new ShardHome("s", _one), "BE"),
            (new HostShard("s"), "BF"),
            (new ShardStarted("s"), "BG"),
            (new BeginHandOff("s"), "BH"),
            (new BeginHandOffAck("s"), "BI"),
            (new HandOff("s"), "BJ"),
            (new ShardStopped("s"), "BK"),
            (new GracefulShutdownReq(_one), "BL"),
            (new RegionStopped(_one), "BM"),
            (new GetShardStats(), "DA"),
            (new ShardStats("s", 3), "DB"),
            (GetShardRegionStats.Instance, "DC"),
            (stats, "DD"),
            (new GetClusterShardingStats(TimeSpan.FromMilliseconds(1_500)), "GS"),
            (new ClusterShardingStats(ImmutableDictionary<Address, ShardRegionStats>.Empty.Add(Somewhere, stats)), "CS"),
            (GetCurrentRegions.Instance, "DG"),
            (new CurrentRegions(ImmutableHashSet.Create(Somewhere)), "DH"),
            (new GetCurrentShardState(), "FA"),
            (GetShardRegionState.Instance, "FC"),
            (shard, "FD"),
            (new CurrentShardRegionState(ImmutableHashSet.Create(shard), ImmutableHashSet.Create("failed")), "FE"),
        ];
    }
}
