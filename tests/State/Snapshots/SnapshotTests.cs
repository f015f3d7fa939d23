namespace Akka.Flink.State.Tests.Snapshots;

using FsCheck;
using FsCheck.Fluent;

public class SnapshotTests
{
    [Fact]
    [Trait("rule", "T9")]
    public void Restores_what_was_there_when_the_snapshot_began_whatever_changed_while_it_was_written()
    {
        var (deltas, restored) = (0, 0);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var simulation = new Simulation(seed);
            simulation.Run(400);
            deltas += simulation.Deltas;
            restored += simulation.RestoredEntries;
        }));

        Assert.True(deltas > 500, $"{deltas} snapshots of changes were completed: too few to test them.");
        Assert.True(restored > 10_000, $"{restored} entries were restored: too few to test that.");
    }
}
