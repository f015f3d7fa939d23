namespace Akka.Cluster.Sharding;

using System.Collections.Immutable;
using Akka.Actor;
using static Akka.Cluster.Sharding.ShardingProtocol;

/// <content>Answers about the shards.</content>
internal sealed partial class ShardRegion
{
    private bool IsAnswered(IShardRegionQuery query)
    {
        switch (query)
        {
            case GetCurrentRegions:
                Forward(query, new CurrentRegions(ImmutableHashSet<Address>.Empty));
                return true;
            case GetClusterShardingStats:
                Forward(query, new ClusterShardingStats(ImmutableDictionary<Address, ShardRegionStats>.Empty));
                return true;
            case GetShardRegionState:
                Collect<ShardState>(new GetCurrentShardState(), (states, failed) =>
                    new CurrentShardRegionState(states.ToImmutableHashSet(), failed));
                return true;
            case GetShardRegionStats:
                Collect<ShardStats>(new GetShardStats(), (stats, failed) =>
                    new ShardRegionStats(stats.ToImmutableDictionary(entry => entry.Shard, entry => entry.EntityCount), failed));
                return true;
            default:
                return false;
        }
    }

    private void Forward(IShardRegionQuery query, object answerWithoutCoordinator)
    {
        if (_coordinator is null)
            Sender.Tell(answerWithoutCoordinator);
        else
            _coordinator.Forward(query);
    }

    private void Collect<TAnswer>(object question, Func<IReadOnlyList<TAnswer>, ImmutableHashSet<string>, object> combine)
    {
        var asked = _running.Values.Select(route => (route.Shard, route.Running)).ToList();
        CollectFrom(asked, question, _settings.ShardRegionQueryTimeout, combine).PipeTo(Sender, Self);
    }

    private static async Task<object> CollectFrom<TAnswer>(
        List<(string Shard, IActorRef Actor)> asked,
        object question,
        TimeSpan timeout,
        Func<IReadOnlyList<TAnswer>, ImmutableHashSet<string>, object> combine)
    {
        var answers = await Asking.Collect<string, TAnswer>(asked, question, timeout).ConfigureAwait(false);
        var failed = asked.Select(entry => entry.Shard).Except(answers.Keys).ToImmutableHashSet();
        return combine([.. answers.Values], failed);
    }
}
