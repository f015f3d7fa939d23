namespace Akka.Remote.Serialization;

using Akka.Actor;
using Akka.Remote.Serialization.Proto;
using Akka.Serialization;
using Google.Protobuf;

/// <summary>Messages inside messages, each with a serializer of its own.</summary>
internal static class NestedPayload
{
    /// <summary>Null stays null.</summary>
    public static Payload Of(object message, ExtendedActorSystem system)
    {
        if (message is null)
            return null;

        var serializer = system.Serialization.FindSerializerFor(message);
        return new Payload
        {
            Message = UnsafeByteOperations.UnsafeWrap(serializer.ToBinary(message)),
            SerializerId = serializer.Identifier,
            Manifest = Serialization.ManifestFor(serializer, message),
        };
    }

    public static object Read(Payload payload, ExtendedActorSystem system) =>
        payload is null ? null : system.Serialization.Deserialize(payload.Message.ToByteArray(), payload.SerializerId, payload.Manifest);
}
