namespace Akka.Flink.Chaos.Tests.Faults;

/// <summary>A node dies: SIGKILL.</summary>
/// <param name="leads">Whether it is the one with the job manager.</param>
internal sealed class NodeKilled(bool leads) : IFault
{
    public string Kind => leads ? "leader-killed" : "worker-killed";

    public async Task<string> StrikeAsync(Arena arena, Random random)
    {
        var node = await arena.Cluster.PickAsync(leads, random);
        node.Process.Kill();
        await node.Process.WaitForEndAsync(TimeSpan.FromSeconds(30));
        return $"{node}";
    }
}
