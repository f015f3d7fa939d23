namespace Akka.Flink.Chaos.Tests.Faults;

using System.Globalization;

/// <summary>What one node sends to another does not arrive until later.</summary>
/// <param name="oneWay">Whether what comes back does.</param>
internal sealed class LinkCut(bool oneWay) : IFault
{
    public string Kind => oneWay ? "cut-one-way" : "cut";

    public async Task<string> StrikeAsync(Arena arena, Random random)
    {
        var time = random.Between(1, 12);
        var one = await arena.Cluster.PickAsync(leads: random.Next(2) == 0, random);
        var others = arena.Cluster.Nodes.Where(node => node != one).ToList();
        var other = others[random.Next(others.Count)];
        arena.Cluster.Network.Cut(one.Number, other.Number);
        if (!oneWay)
            arena.Cluster.Network.Cut(other.Number, one.Number);
        await Pace.HoldAsync(time);
        arena.Cluster.Network.Mend();
        return string.Create(CultureInfo.InvariantCulture, $"{one} {(oneWay ? "to" : "and")} {other} for {time.TotalSeconds:0.0} s");
    }
}
