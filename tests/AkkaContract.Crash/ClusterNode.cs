namespace Akka.Flink.AkkaContract.Crash;

using Akka.Actor;
using Akka.Cluster;

/// <summary>
/// A node of a cluster. It says its address, then the members whenever they have changed, then why it ended; and does what it reads:
/// <c>join ADDRESS</c>, <c>leave ADDRESS</c>, <c>ask ENTITY</c>.
/// </summary>
internal static class ClusterNode
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync(string config)
    {
        var system = ActorSystem.Create("cluster", config);
        var cluster = Cluster.Get(system);
        Console.WriteLine($"address {cluster.SelfAddress}");
        var actors = new ClusterActors(system);
        var reading = new Thread(() => Obey(cluster, actors)) { IsBackground = true };
        reading.Start();

        var said = "";
        while (!system.WhenTerminated.IsCompleted)
        {
            var state = Describe(cluster);
            if (state != said)
                Console.WriteLine(said = state);
            await Task.WhenAny(system.WhenTerminated, Task.Delay(LookEvery));
        }

        Console.WriteLine($"ended {CoordinatedShutdown.Get(system).ShutdownReason?.GetType().Name}");
    }

    private static void Obey(Cluster cluster, ClusterActors actors)
    {
        while (Console.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            switch (words[0])
            {
                case "join":
                    cluster.Join(Address.Parse(words[1]));
                    break;
                case "leave":
                    cluster.Leave(Address.Parse(words[1]));
                    break;
                case "ask":
                    _ = actors.Ask(words[1]);
                    break;
            }
        }
    }

    private static string Describe(Cluster cluster)
    {
        var state = cluster.State;
        var members = state.Members.Select(member =>
            $"{member.Address}={member.Status}{(state.Unreachable.Contains(member) ? "?" : "")}");
        return $"members {string.Join(' ', members)}";
    }
}
