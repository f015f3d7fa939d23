namespace Akka.Serialization;

using System.Collections.Concurrent;
using System.Runtime.Serialization;

/// <content>From a type to its serializer.</content>
public partial class Serialization
{
    // Each entry stands before those whose types it could stand for, so the first that fits is the most specific.
    private volatile KeyValuePair<Type, Serializer>[] _bindings = [];
    private volatile ConcurrentDictionary<Type, Serializer> _specificByType = new();

    public void AddSerializationMap(Type type, Serializer serializer)
    {
        lock (_binding)
        {
            var bindings = _bindings.Where(binding => binding.Key != type).ToList();
            var firstBroader = bindings.FindIndex(binding => binding.Key.IsAssignableFrom(type));
            bindings.Insert(firstBroader < 0 ? bindings.Count : firstBroader, new(type, serializer));

            _bindings = [.. bindings];
            _specificByType = new();
        }
    }

    public Serializer FindSerializerFor(object obj, string defaultSerializerName = null) =>
        obj is null ? _nullSerializer : FindSerializerForType(obj.GetType(), defaultSerializerName);

    public Serializer FindSerializerForType(Type objectType, string defaultSerializerName = null)
    {
        // The cache is read before the bindings, so that what a concurrent change makes stale lands in the old cache.
        var cache = _specificByType;
        if (!cache.TryGetValue(objectType, out var serializer))
        {
            serializer = FindSpecific(objectType);
            cache.TryAdd(objectType, serializer);
        }

        return serializer ?? GetSerializerByName(defaultSerializerName) ?? FindBoundToObject() ?? throw new SerializationException(
            $"Serializer not found for type {objectType}. Bind it, or one of its base types, under 'akka.actor.serialization-bindings'.");
    }

    private Serializer FindSpecific(Type objectType)
    {
        foreach (var (type, serializer) in _bindings)
        {
            if (type != typeof(object) && type.IsAssignableFrom(objectType))
                return serializer;
        }

        return null;
    }

    private Serializer FindBoundToObject()
    {
        foreach (var (type, serializer) in _bindings)
        {
            if (type == typeof(object))
                return serializer;
        }

        return null;
    }

    private Serializer GetSerializerByName(string name) =>
        name is not null && _byName.TryGetValue(name, out var serializer) ? serializer : null;
}
