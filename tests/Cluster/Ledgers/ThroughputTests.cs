namespace Akka.Flink.Cluster.Tests.Ledgers;

using Akka.Flink.Cluster.Tests.Support;
using Xunit.Abstractions;

/// <summary>What two processes do beside one with as many slots: half of the records go over the network.</summary>
public class ThroughputTests(ITestOutputHelper output)
{
    private const long Count = 30_000_000;
    private const double Goal = 0.4;

    [Fact]
    [Trait("run", "full")]
    public async Task Two_processes_do_four_tenths_of_one_and_more()
    {
        var one = await MeasureAsync(nodes: 1, slots: 2);
        var two = await MeasureAsync(nodes: 2, slots: 1);

        output.WriteLine($"One process: {one / 1e6:0.0} M/s, two: {two / 1e6:0.0} M/s, ratio {two / one:0.00} (goal {Goal}).");
        Assert.True(two >= Goal * one, $"Two processes: {two / 1e6:0.0} M/s, one: {one / 1e6:0.0} M/s.");
    }

    private static async Task<double> MeasureAsync(int nodes, int slots)
    {
        using var cluster = new LedgerCluster(new LedgerSetup { IsPatient = true });
        await cluster.StartAsync(nodes, slots);
        return await cluster.MeasureAsync(Count, parallelism: 2);
    }
}
