namespace Akka.Flink.AkkaContract.Crash;

using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.Cluster.Tools.Singleton;
using Akka.Persistence.Sql;

/// <summary>What a node runs beside the membership when its configuration names a folder for it.</summary>
internal sealed class ClusterActors
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(2);

    private readonly IActorRef? _region;

    public ClusterActors(ActorSystem system)
    {
        var config = system.Settings.Config;
        if (config.GetString("contract.singleton") is { Length: > 0 } singletonFolder)
        {
            system.ActorOf(
                ClusterSingletonManager.Props(
                    Props.Create(() => new Exclusive(singletonFolder, "singleton")), ClusterSingletonManagerSettings.Create(system)),
                "manager");
        }

        if (config.GetString("contract.sharding") is { Length: > 0 } shardingFolder)
        {
            SqlPersistence.Get(system);
            var sharding = ClusterSharding.Get(system);
            _region = sharding.Start(
                "exclusive", id => Props.Create(() => new Exclusive(shardingFolder, id)), sharding.Settings, new Shards());
        }
    }

    /// <summary>Sends <c>where</c> to an entity, and says <c>at</c> and its answer when there is one.</summary>
    public async Task Ask(string entity)
    {
        try
        {
            Console.WriteLine($"at {await _region!.Ask<string>($"{entity} where", AnswerTime)}");
        }
        catch (AskTimeoutException)
        {
            Console.WriteLine($"silent {entity}");
        }
    }
}
