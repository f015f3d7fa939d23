namespace Akka.Serialization;

using Akka.Actor;

/// <summary>Looks up the identifiers of serializers.</summary>
public static class SerializerIdentifierHelper
{
    private const string Path = "akka.actor.serialization-identifiers";

    public static int GetSerializerIdentifierFromConfig(Type type, ExtendedActorSystem system)
    {
        var identifiers = system.Settings.Config.GetConfig(Path);
        if (identifiers is not null)
        {
            foreach (var (name, identifier) in identifiers.AsEnumerable())
            {
                if (Type.GetType(name) == type)
                    return identifier.GetInt();
            }
        }

        throw new ArgumentException(
            $"Couldn't find serializer id for [{type}] under [{Path}] HOCON path. " +
            $"Set one there, or override {nameof(Serializer.Identifier)}.",
            nameof(type));
    }
}
