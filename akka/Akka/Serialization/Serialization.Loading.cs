namespace Akka.Serialization;

using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

/// <content>Reads the serializers and their bindings from the configuration and the setup.</content>
public partial class Serialization
{
    private void LoadSerializers()
    {
        var config = System.Settings.Config;
        var allSettings = config.GetConfig("akka.actor.serialization-settings");

        foreach (var (name, typeName) in Entries(config, "akka.actor.serializers"))
        {
            var type = Type.GetType(typeName);
            if (type is null)
            {
                System.Log.Warning(
                    "The type [{0}] of serializer [{1}] was not found. Correct 'akka.actor.serializers', or deploy its assembly.",
                    typeName,
                    name);
                continue;
            }

            AddSerializer(name, Create(type, allSettings?.GetConfig(name)));
        }
    }

    private Serializer Create(Type type, Config settings)
    {
        var takesSettings = settings is { IsEmpty: false } &&
            type.GetConstructor([typeof(ExtendedActorSystem), typeof(Config)]) is not null;
        return (Serializer)(takesSettings ? Activator.CreateInstance(type, System, settings) : Activator.CreateInstance(type, System));
    }

    private void LoadBindings()
    {
        foreach (var (typeName, name) in Entries(System.Settings.Config, "akka.actor.serialization-bindings"))
        {
            var type = Type.GetType(typeName);
            if (type is null)
            {
                System.Log.Warning(
                    "The type [{0}] that is bound to serializer [{1}] was not found. Correct 'akka.actor.serialization-bindings', " +
                    "or deploy its assembly.",
                    typeName,
                    name);
            }
            else if (GetSerializerByName(name) is { } serializer)
            {
                AddSerializationMap(type, serializer);
            }
            else
            {
                System.Log.Warning(
                    "The serializer [{0}] that [{1}] is bound to is not defined. Define it under 'akka.actor.serializers'.",
                    name,
                    typeName);
            }
        }
    }

    private void AddSetup()
    {
        var setup = System.Settings.Setup.Get<SerializationSetup>();
        if (!setup.HasValue)
            return;

        foreach (var details in setup.Value.CreateSerializers(System))
        {
            AddSerializer(details.Alias, details.Serializer);
            foreach (var type in details.UseFor)
                AddSerializationMap(type, details.Serializer);
        }
    }

    private static IEnumerable<(string Key, string Value)> Entries(Config config, string path)
    {
        var section = config.GetConfig(path);
        return section is null ? [] : section.AsEnumerable().Select(entry => (entry.Key, entry.Value.GetString()));
    }
}
