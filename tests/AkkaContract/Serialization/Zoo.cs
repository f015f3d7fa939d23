namespace Akka.Flink.AkkaContract.Tests.Serialization;

using System.Text;
using Akka.Actor;
using Akka.Serialization;

/// <summary>What the tests bind serializers to.</summary>
public interface IAnimal
{
    string Name { get; }
}

/// <summary>Bound by its interface only.</summary>
public sealed record Cat(string Name) : IAnimal;

/// <summary>Bound by its own class, too.</summary>
public record Dog(string Name) : IAnimal;

/// <summary>Bound by its base class.</summary>
public sealed record Poodle(string Name, int Curls) : Dog(Name);

/// <summary>Bound to nothing: a message for the default serializer, which makes a round trip of all of this.</summary>
public sealed record Letter(string Text, int Number, decimal Price, DateTime At, Guid Id, IReadOnlyList<string> Lines, IActorRef ReplyTo, object Content, Cat? Nested);

/// <summary>A class with settable properties and a default constructor.</summary>
public sealed class Plain
{
    public string? Text { get; set; }

    public Dictionary<string, int> Counts { get; set; } = [];
}

/// <summary>Writes the name of an animal; reads by manifest, "C" or "D".</summary>
public sealed class AnimalSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    public override int Identifier => 4711;

    public override string Manifest(object o) => o is Cat ? "C" : "D";

    public override byte[] ToBinary(object obj) => Encoding.UTF8.GetBytes(((IAnimal)obj).Name);

    public override object FromBinary(byte[] bytes, string manifest) => manifest switch
    {
        "C" => new Cat(Encoding.UTF8.GetString(bytes)),
        "D" => new Dog(Encoding.UTF8.GetString(bytes)),
        _ => throw new ArgumentException($"No animal has manifest '{manifest}'."),
    };
}

/// <summary>Writes dogs by type, without a manifest of its own; its identifier comes from the configuration.</summary>
public sealed class DogSerializer(ExtendedActorSystem system) : Serializer(system)
{
    public override bool IncludeManifest => true;

    public override byte[] ToBinary(object obj) => Encoding.UTF8.GetBytes(((Dog)obj).Name);

    public override object FromBinary(byte[] bytes, Type type) =>
        type == typeof(Poodle) ? new Poodle(Encoding.UTF8.GetString(bytes), 0) : new Dog(Encoding.UTF8.GetString(bytes));
}
