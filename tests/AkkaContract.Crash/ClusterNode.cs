namespace Akka.Flink.AkkaContract.Crash;

using Akka.Actor;
using Akka.Cluster;

/// <summary>
/// A node of a cluster. It says its address, then the members whenever they have changed, then why it ended; and does what it reads:
/// <c>join ADDRESS</c>, <c>leave ADDRESS</c>.
/// </summary>
internal static class ClusterNode
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync(string config)
    {
        var system = ActorSystem.Create("cluster", config);
        var cluster = Cluster.Get(system);
        Console.WriteLine($"address {cluster.SelfAddress}");
        var reading = new Thread(() => Obey(cluster)) { IsBackground = true };
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

    private static void Obey(Cluster cluster)
    {
        while (Console.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            var address = Address.Parse(words[1]);
            if (words[0] == "join")
                cluster.Join(address);
            else
                cluster.Leave(address);
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
