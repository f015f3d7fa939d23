namespace Akka.Flink.Chaos.Tests.Faults;

using System.Globalization;

/// <summary>A node stands still, its connections open, and goes on: SIGSTOP, SIGCONT. The others may have gone on without it.</summary>
/// <param name="leads">Whether it is the one with the job manager.</param>
internal sealed class NodePaused(bool leads) : IFault
{
    public string Kind => leads ? "leader-paused" : "worker-paused";

    public async Task<string> StrikeAsync(Arena arena, Random random)
    {
        var time = random.Between(1, 14);
        var node = await arena.Cluster.PickAsync(leads, random);
        node.Process.Pause();
        await Pace.HoldAsync(time);
        node.Process.WakeAndAsk();
        return string.Create(CultureInfo.InvariantCulture, $"{node} for {time.TotalSeconds:0.0} s");
    }
}
