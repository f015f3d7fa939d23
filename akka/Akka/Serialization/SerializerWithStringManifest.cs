namespace Akka.Serialization;

using Akka.Actor;
using Akka.Util;

/// <summary>A serializer that names what it writes by strings of its own, so that types may move and change their names.</summary>
public abstract class SerializerWithStringManifest : Serializer
{
    protected SerializerWithStringManifest(ExtendedActorSystem system)
        : base(system)
    {
    }

    public sealed override bool IncludeManifest => true;

    public sealed override object FromBinary(byte[] bytes, Type type) => FromBinary(bytes, type.TypeQualifiedName());

    public abstract object FromBinary(byte[] bytes, string manifest);

    public abstract string Manifest(object o);
}
