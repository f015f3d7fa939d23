namespace Akka.Persistence.Sql;

using Akka.Serialization;
using Akka.Util;

/// <summary>What the manifest column says of a serialized object.</summary>
internal static class Manifests
{
    public static string Of(Serializer serializer, object payload, Type type) => serializer switch
    {
        SerializerWithStringManifest named => named.Manifest(payload),
        { IncludeManifest: true } => type.TypeQualifiedName(),
        _ => "",
    };
}
