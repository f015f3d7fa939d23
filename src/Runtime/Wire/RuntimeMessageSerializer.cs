namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

/// <summary>Writes and reads everything that crosses nodes: what <see cref="WireFormats"/> lists, and nothing else.</summary>
/// <param name="system">The actor system, which finds actors by their paths.</param>
internal sealed class RuntimeMessageSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    /// <summary>The serializer of all messages, and the largest one: what tasks restore and acknowledge is in one message, elements of
    /// operator state and all.</summary>
    public static Config DefaultConfig { get; } = ConfigurationFactory.ParseString(
        """
        akka.actor {
          serializers.akka-flink-wire = "Akka.Flink.Runtime.RuntimeMessageSerializer, Akka.Flink.Runtime"
          serialization-bindings { "Akka.Flink.Runtime.IWireMessage, Akka.Flink.Runtime" = akka-flink-wire }
        }
        akka.remote.dot-netty.tcp.maximum-frame-size = 33554432b
        """);

    /// <inheritdoc/>
    public override int Identifier => 7303;

    /// <inheritdoc/>
    public override string Manifest(object o) => o is DataFrame ? DataFrame.Manifest : WireFormats.Of(o).Manifest;

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj)
    {
        if (obj is DataFrame frame)
            return frame.Bytes;   // the sending task has made it

        var writer = new WireWriter();
        WireFormats.Of(obj).Write(writer, obj);
        return writer.ToArray();
    }

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, string manifest)
    {
        if (manifest == DataFrame.Manifest)
            return FrameHead.Read(bytes);   // the receiving task reads the rest

        var format = WireFormats.Of(manifest);
        var reader = new WireReader(bytes, $"a message of kind '{manifest}'", system);
        var message = format.Read(reader);
        reader.End();
        return message;
    }
}
