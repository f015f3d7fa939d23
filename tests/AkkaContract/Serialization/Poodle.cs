namespace Akka.Flink.AkkaContract.Tests.Serialization;

/// <summary>Bound by its base class.</summary>
public sealed record Poodle(string Name, int Curls) : Dog(Name);
