namespace Akka.Flink.AkkaContract.Tests.Remoting;

using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;

/// <summary>Refuses what it is given.</summary>
public sealed class RefusingSerializer(ExtendedActorSystem system) : Serializer(system)
{
    public override int Identifier => 9_001;

    public override bool IncludeManifest => true;

    public override byte[] ToBinary(object obj) => throw Refusal(obj.GetType());

    public override object FromBinary(byte[] bytes, Type type) => throw Refusal(type);

    private static SerializationException Refusal(Type type) => new($"No serializer is bound to {type}.");
}
