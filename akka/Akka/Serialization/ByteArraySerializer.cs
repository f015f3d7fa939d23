namespace Akka.Serialization;

using Akka.Actor;

/// <summary>Hands byte arrays through.</summary>
public class ByteArraySerializer : Serializer
{
    public ByteArraySerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    public override bool IncludeManifest => false;

    public override object FromBinary(byte[] bytes, Type type) => bytes;

    public override byte[] ToBinary(object obj) => obj switch
    {
        null => null,
        byte[] bytes => bytes,
        _ => throw new NotSupportedException(
            $"{nameof(ByteArraySerializer)} writes byte arrays only, not [{obj.GetType()}]. Bind that type to another serializer."),
    };
}
