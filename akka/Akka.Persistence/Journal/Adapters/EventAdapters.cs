namespace Akka.Persistence.Journal;

using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

/// <summary>The event adapters of a journal, by the type of the event.</summary>
/// <remarks>
/// A type without a binding of its own takes the most specific one of its base types and interfaces, and none means the identity.
/// </remarks>
public class EventAdapters
{
    private readonly ConcurrentDictionary<Type, IEventAdapter> _map;
    private readonly IEnumerable<KeyValuePair<Type, IEventAdapter>> _bindings;
    private readonly ILoggingAdapter _log;

    protected EventAdapters(
        ConcurrentDictionary<Type, IEventAdapter> map,
        IEnumerable<KeyValuePair<Type, IEventAdapter>> bindings,
        ILoggingAdapter log)
    {
        _map = map;
        _bindings = bindings;
        _log = log;
    }

    public static EventAdapters Create(ExtendedActorSystem system, Config config)
    {
        var bindings = EventAdapterBindings.Read(system, config);
        var map = new ConcurrentDictionary<Type, IEventAdapter>(bindings);
        return new EventAdapters(map, bindings, Logging.GetLogger(system, typeof(EventAdapters)));
    }

    public IEventAdapter Get<T>() => Get(typeof(T));

    public virtual IEventAdapter Get(Type type) => _map.TryGetValue(type, out var adapter) ? adapter : Find(type);

    private IEventAdapter Find(Type type)
    {
        IEventAdapter found = IdentityEventAdapter.Instance;
        foreach (var binding in _bindings)
        {
            if (!binding.Key.IsAssignableFrom(type))
                continue;

            found = binding.Value;
            _log.Debug("Using EventAdapter: {0} for event [{1}]", found.GetType().Name, type);
            break;
        }

        return _map.GetOrAdd(type, found);
    }
}
