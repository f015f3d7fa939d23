namespace Akka.Flink.Chaos.Tests.Faults;

/// <summary>A node is asked to leave, and another one comes.</summary>
internal sealed class NodeLeaves : IFault
{
    public string Kind => "node-leaves";

    public async Task<string> StrikeAsync(Arena arena, Random random)
    {
        var leads = random.Next(3) == 0;
        var node = await arena.Cluster.PickAsync(leads, random);
        var result = await node.Process.TerminateAsync(TimeSpan.FromMinutes(2));
        return $"{node}{(leads ? ", the leader," : "")} left with exit code {result.ExitCode}";
    }
}
