namespace Akka.Flink.Runtime.Tests.Protocols;

using Akka.Flink.Runtime.Tests.Protocols.Simulation;

public class SimulationTests
{
    [Fact]
    public void Keeps_every_invariant_whatever_fails() => Simulator.RunAll(0, 10_000);
}
