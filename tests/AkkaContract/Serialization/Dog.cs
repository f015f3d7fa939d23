namespace Akka.Flink.AkkaContract.Tests.Serialization;

/// <summary>Bound by its own class, too.</summary>
public record Dog(string Name) : IAnimal;
