namespace Akka.Serialization;

using System.Collections.Concurrent;
using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Util;
using Akka.Util.Reflection;

/// <summary>The serializers of an actor system: which one writes a type, and which one has written some bytes.</summary>
/// <remarks>
/// The serializer of a type is the one that is bound to the type itself or else to the most specific of its base types and interfaces.
/// The binding of <see cref="object"/> comes last of all, after the default that a caller names. What was found is remembered by type,
/// until a binding is added.
/// </remarks>
public partial class Serialization
{
    private readonly ConcurrentDictionary<int, Serializer> _byId = new();
    private readonly ConcurrentDictionary<string, Serializer> _byName = new();
    private readonly NullSerializer _nullSerializer;
    private readonly Lock _binding = new();

    public Serialization(ExtendedActorSystem system)
    {
        System = system;
        _nullSerializer = new NullSerializer(system);
        AddSerializer("null", _nullSerializer);

        LoadSerializers();
        LoadBindings();
        AddSetup();
    }

    public ExtendedActorSystem System { get; }

    public void AddSerializer(Serializer serializer) => _byId[serializer.Identifier] = serializer;

    public void AddSerializer(string name, Serializer serializer)
    {
        AddSerializer(serializer);
        _byName[name] = serializer;
    }

    public byte[] Serialize(object o) =>
        WithTransport(System, (this, o), static call => call.Item1.FindSerializerFor(call.o).ToBinary(call.o));

    public object Deserialize(byte[] bytes, int serializerId, Type type)
    {
        var serializer = GetSerializerById(serializerId, type?.Name);
        return WithTransport(System, (serializer, bytes, type), static call => call.serializer.FromBinary(call.bytes, call.type));
    }

    public object Deserialize(byte[] bytes, int serializerId, string manifest)
    {
        var serializer = GetSerializerById(serializerId, manifest);
        if (serializer is SerializerWithStringManifest named)
            return WithTransport(System, (named, bytes, manifest), static call => call.named.FromBinary(call.bytes, call.manifest));

        var type = string.IsNullOrEmpty(manifest) ? null : TypeOf(manifest, serializerId);
        return WithTransport(System, (serializer, bytes, type), static call => call.serializer.FromBinary(call.bytes, call.type));
    }

    public IActorRef DeserializeActorRef(string path) => System.Provider.ResolveActorRef(path);

    public static string ManifestFor(Serializer s, object msg) => s switch
    {
        SerializerWithStringManifest named => named.Manifest(msg),
        { IncludeManifest: true } => msg.GetType().TypeQualifiedName(),
        _ => string.Empty,
    };

    internal Serializer GetSerializerById(int serializerId, string manifest = null) =>
        _byId.TryGetValue(serializerId, out var serializer) ? serializer : throw new SerializationException(
            $"Cannot find serializer with id [{serializerId}] (manifest [{manifest}]). The most probable reason is that the " +
            "configuration entry 'akka.actor.serializers' is not in sync between the two systems.");

    private static Type TypeOf(string manifest, int serializerId)
    {
        try
        {
            return TypeCache.GetType(manifest);
        }
        catch (Exception cause)
        {
            throw new SerializationException(
                $"Cannot find manifest class [{manifest}] for serializer with id [{serializerId}]. " +
                "Deploy its assembly on this node, or write such messages with a serializer that has string manifests.",
                cause);
        }
    }
}
