namespace Akka.Persistence.Journal;

using Akka.Actor;
using Akka.Configuration;

/// <summary>Reads <c>event-adapters</c> and <c>event-adapter-bindings</c> of a journal.</summary>
internal static class EventAdapterBindings
{
    /// <summary>The bindings, a type always before its base types.</summary>
    public static List<KeyValuePair<Type, IEventAdapter>> Read(ExtendedActorSystem system, Config config)
    {
        var sorted = new List<KeyValuePair<Type, IEventAdapter>>();
        if (!config.HasPath("event-adapter-bindings"))
            return sorted;

        var adapters = ReadAdapters(system, config);
        foreach (var (typeName, names) in config.GetConfig("event-adapter-bindings").AsEnumerable())
        {
            var type = Load(typeName, "event-adapter-bindings");
            var bound = names.IsArray() ? names.GetStringList() : [names.GetString()];
            Insert(sorted, new KeyValuePair<Type, IEventAdapter>(type, AdapterFor(bound, adapters, typeName)));
        }

        return sorted;
    }

    private static Dictionary<string, IEventAdapter> ReadAdapters(ExtendedActorSystem system, Config config)
    {
        var adapters = new Dictionary<string, IEventAdapter>();
        if (!config.HasPath("event-adapters"))
            return adapters;

        foreach (var (name, typeName) in config.GetConfig("event-adapters").AsEnumerable())
            adapters.Add(name, Instantiate(Load(typeName.GetString(), $"event-adapters.{name}"), system));

        return adapters;
    }

    private static IEventAdapter AdapterFor(IList<string> names, Dictionary<string, IEventAdapter> adapters, string typeName)
    {
        var bound = new IEventAdapter[names.Count];
        for (var i = 0; i < bound.Length; i++)
        {
            if (!adapters.TryGetValue(names[i], out bound[i]))
            {
                throw new ArgumentException(
                    $"{typeName} was bound to undefined event-adapter: {names[i]}. "
                    + $"Define it in 'event-adapters', or bind one of: {string.Join(", ", adapters.Keys)}.");
            }
        }

        return bound.Length == 1 ? bound[0] : new CombinedReadEventAdapter(bound);
    }

    private static IEventAdapter Instantiate(Type type, ExtendedActorSystem system)
    {
        var instance = type.GetConstructor([typeof(ExtendedActorSystem)]) is null
            ? Activator.CreateInstance(type)
            : Activator.CreateInstance(type, system);

        return instance switch
        {
            IEventAdapter adapter => adapter,
            IReadEventAdapter reader => new ReadOnlyEventAdapter(reader),
            IWriteEventAdapter writer => new WriteOnlyEventAdapter(writer),
            _ => throw new ArgumentException(
                $"Configured {type} does not implement any EventAdapter interface. "
                + "Implement IEventAdapter, IReadEventAdapter or IWriteEventAdapter."),
        };
    }

    private static Type Load(string typeName, string key) => Type.GetType(typeName) ?? throw new ConfigurationException(
        $"The type [{typeName}] in '{key}' of a journal does not exist in this process. "
        + "Correct the name, or reference the assembly that has it.");

    private static void Insert(List<KeyValuePair<Type, IEventAdapter>> sorted, KeyValuePair<Type, IEventAdapter> binding)
    {
        var index = sorted.FindIndex(other => other.Key.IsAssignableFrom(binding.Key));
        if (index < 0)
            sorted.Add(binding);
        else
            sorted.Insert(index, binding);
    }
}
