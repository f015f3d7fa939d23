namespace Akka.Flink.AkkaContract.Tests.Serialization;

using System.Text;
using Akka.Actor;
using Akka.Serialization;

/// <summary>Writes dogs by type, without a manifest of its own; its identifier comes from the configuration.</summary>
public sealed class DogSerializer(ExtendedActorSystem system) : Serializer(system)
{
    public override bool IncludeManifest => true;

    public override byte[] ToBinary(object obj) => Encoding.UTF8.GetBytes(((Dog)obj).Name);

    public override object FromBinary(byte[] bytes, Type type) =>
        type == typeof(Poodle) ? new Poodle(Encoding.UTF8.GetString(bytes), 0) : new Dog(Encoding.UTF8.GetString(bytes));
}
