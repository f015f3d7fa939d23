namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

/// <summary>A range of numbers, and the next of them.</summary>
internal sealed record Split(int Next, int End);
