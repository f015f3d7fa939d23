namespace Akka.Serialization;

using Akka.Actor;
using Akka.Util;

/// <summary>Turns objects into bytes and back. Its identifier goes with the bytes, so it is the same everywhere and for ever.</summary>
public abstract class Serializer
{
    protected readonly ExtendedActorSystem system;

    private readonly FastLazy<int> _configuredIdentifier;

    protected Serializer(ExtendedActorSystem system)
    {
        this.system = system;
        _configuredIdentifier = new FastLazy<int>(() => SerializerIdentifierHelper.GetSerializerIdentifierFromConfig(GetType(), system));
    }

    public virtual int Identifier => _configuredIdentifier.Value;

    public abstract bool IncludeManifest { get; }

    public abstract object FromBinary(byte[] bytes, Type type);

    public T FromBinary<T>(byte[] bytes) => (T)FromBinary(bytes, typeof(T));

    public abstract byte[] ToBinary(object obj);

    public byte[] ToBinaryWithAddress(Address address, object obj) => Serialization.WithTransport(system, address, () => ToBinary(obj));
}
