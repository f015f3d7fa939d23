namespace Akka.Flink.AkkaContract.Tests.Serialization;

using System.Text;
using Akka.Actor;
using Akka.Serialization;

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
