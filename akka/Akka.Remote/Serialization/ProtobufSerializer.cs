namespace Akka.Remote.Serialization;

using System.Collections.Concurrent;
using System.Reflection;
using Akka.Actor;
using Akka.Serialization;
using Google.Protobuf;

/// <summary>Messages that are generated from .proto files.</summary>
public class ProtobufSerializer : Serializer
{
    private static readonly ConcurrentDictionary<Type, MessageParser> Parsers = new();

    public ProtobufSerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    public override bool IncludeManifest => true;

    public override byte[] ToBinary(object obj) =>
        obj is IMessage message ? message.ToByteArray() : throw RemotingSerializationErrors.CannotWrite(this, obj);

    public override object FromBinary(byte[] bytes, Type type) => Parsers.GetOrAdd(type, FindParser).ParseFrom(bytes);

    private static MessageParser FindParser(Type type) =>
        type?.GetProperty("Parser", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as MessageParser
        ?? throw new ArgumentException($"[{type}] is no message that is generated from a .proto file: it has no static property 'Parser'.");
}
