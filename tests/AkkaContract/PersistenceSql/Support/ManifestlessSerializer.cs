namespace Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

using Akka.Actor;
using Akka.Serialization;

/// <summary>Needs the type of an event to read it.</summary>
public sealed class ManifestlessSerializer(ExtendedActorSystem system) : Serializer(system)
{
    public const int Id = 90_211;

    public override int Identifier => Id;

    public override bool IncludeManifest => true;

    public override byte[] ToBinary(object obj) => [((ManifestlessEvent)obj).Number];

    public override object FromBinary(byte[] bytes, Type type) => Activator.CreateInstance(type, bytes[0])!;
}
