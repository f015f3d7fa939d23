namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

/// <summary>What flows: a number, and how many of its key came before and with it, once the middle vertex has counted.</summary>
internal readonly record struct Record(int Number, int Count)
{
    public int Key => Number % Scenario.KeyGroups;
}
