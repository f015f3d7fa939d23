namespace Akka.Flink.AkkaContract.Tests.Serialization;

/// <summary>Bound by its interface only.</summary>
public sealed record Cat(string Name) : IAnimal;
