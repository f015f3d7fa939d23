namespace Akka.Remote.Serialization;

using System.Runtime.Serialization;

/// <summary>What the serializers of remoting cannot do.</summary>
internal static class RemotingSerializationErrors
{
    public static ArgumentException CannotWrite(object serializer, object message) => new(
        $"{serializer.GetType().Name} cannot serialize an object of type [{message.GetType()}]. "
        + "Correct 'akka.actor.serialization-bindings', which gave it to it.",
        nameof(message));

    public static SerializationException UnknownManifest(object serializer, object manifest) => new(
        $"{serializer.GetType().Name} does not know the manifest [{manifest}]. The node that wrote it has another version of remoting.");
}
