namespace Akka.Flink.AkkaContract.Tests.Serialization;

/// <summary>What the tests bind serializers to.</summary>
public interface IAnimal
{
    string Name { get; }
}
