namespace Akka.Serialization;

using Akka.Actor;

/// <summary>Writes null, as no bytes.</summary>
public class NullSerializer : Serializer
{
    public NullSerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    public override int Identifier => 0;

    public override bool IncludeManifest => false;

    public override object FromBinary(byte[] bytes, Type type) => null;

    public override byte[] ToBinary(object obj) => [];
}
