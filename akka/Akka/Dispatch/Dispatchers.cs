namespace Akka.Dispatch;

using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

/// <summary>The dispatchers of a system, by the path of their section in the configuration.</summary>
public sealed class Dispatchers
{
    public const string DefaultDispatcherId = "akka.actor.default-dispatcher";
    public const string DefaultBlockingDispatcherId = "akka.actor.default-blocking-io-dispatcher";
    public const string SynchronizedDispatcherId = "akka.actor.synchronized-dispatcher";

    internal const string InternalDispatcherId = "akka.actor.internal-dispatcher";

    private const int DeepestAlias = 20;

    private readonly ActorSystem _system;
    private readonly ConcurrentDictionary<string, MessageDispatcherConfigurator> _configurators = new();
    private readonly ILoggingAdapter _logger;

    public Dispatchers(ActorSystem system, IDispatcherPrerequisites prerequisites, ILoggingAdapter logger)
    {
        _system = system;
        _logger = logger;
        Prerequisites = prerequisites;
        DefaultDispatcherConfig = IdConfig(DefaultDispatcherId)
            .WithFallback(system.Settings.Config.GetConfig(DefaultDispatcherId));
    }

    public Config DefaultDispatcherConfig { get; }

    public MessageDispatcher DefaultGlobalDispatcher => Lookup(DefaultDispatcherId);

    public IDispatcherPrerequisites Prerequisites { get; }

    /// <summary>The section of a dispatcher; a section that is a text names another one.</summary>
    public static Config GetConfig(Config config, string id, int depth = 0)
    {
        if (depth > DeepestAlias)
        {
            throw new ConfigurationException(
                $"Could not find a concrete dispatcher config after following {id}: more than {DeepestAlias} aliases.");
        }

        if (!config.HasPath(id))
            throw new ConfigurationException($"Dispatcher {id} not configured.");

        return IsAlias(config, id) ? GetConfig(config, config.GetString(id), depth + 1) : config.GetConfig(id);
    }

    public MessageDispatcher Lookup(string dispatcherName) =>
        LookupConfigurator(string.IsNullOrEmpty(dispatcherName) ? DefaultDispatcherId : dispatcherName).Dispatcher();

    public bool HasDispatcher(string id) => _configurators.ContainsKey(id) || _system.Settings.Config.HasPath(id);

    /// <summary>Adds a dispatcher that is not in the configuration; false when there is one by that name.</summary>
    public bool RegisterConfigurator(string id, MessageDispatcherConfigurator configurator) => _configurators.TryAdd(id, configurator);

    /// <summary>Ends the threads of all dispatchers, as the system ends.</summary>
    internal void ShutdownNow()
    {
        foreach (var configurator in _configurators.Values)
            configurator.ShutdownNow();
    }

    private static bool IsAlias(Config config, string id) => config.GetValue(id) is { } value && value.IsString() && !value.IsObject();

    private static Config IdConfig(string id) => ConfigurationFactory.ParseString($"id: \"{id}\"");

    private MessageDispatcherConfigurator LookupConfigurator(string id)
    {
        if (_configurators.TryGetValue(id, out var known))
            return known;

        // Made under a lock: a dispatcher that loses a race might have started threads.
        lock (_configurators)
        {
            if (_configurators.TryGetValue(id, out known))
                return known;

            var made = IsAlias(_system.Settings.Config, id)
                ? LookupConfigurator(_system.Settings.Config.GetString(id))
                : ConfiguratorFrom(FullConfig(id));
            _configurators[id] = made;
            return made;
        }
    }

    private Config FullConfig(string id) =>
        IdConfig(id).WithFallback(GetConfig(_system.Settings.Config, id)).WithFallback(DefaultDispatcherConfig);

    private MessageDispatcherConfigurator ConfiguratorFrom(Config config)
    {
        var typeName = config.GetString("type");
        switch (typeName)
        {
            case "Dispatcher":
                return new DispatcherConfigurator(config, Prerequisites);
            case "TaskDispatcher":
                return new DispatcherConfigurator(config, Prerequisites, new TaskExecutorServiceConfigurator(config, Prerequisites));
            case "ForkJoinDispatcher":
                return new DispatcherConfigurator(config, Prerequisites, new ForkJoinExecutorServiceConfigurator(config, Prerequisites));
            case "PinnedDispatcher":
                return new PinnedDispatcherConfigurator(config, Prerequisites);
            case "SynchronizedDispatcher":
                return new CurrentSynchronizationContextDispatcherConfigurator(config, Prerequisites);
            case null:
                throw new ConfigurationException($"Dispatcher [{config.GetString("id")}] has no 'type'.");
        }

        var type = Type.GetType(typeName) ?? throw new ConfigurationException(
            $"Could not resolve dispatcher type [{typeName}] for path [{config.GetString("id")}]. Use 'Dispatcher', 'ForkJoinDispatcher', "
            + "'PinnedDispatcher', 'TaskDispatcher', or the name of a MessageDispatcherConfigurator as 'Namespace.Type, Assembly'.");
        _logger.Debug("Dispatcher [{0}] is made by [{1}].", config.GetString("id"), type);
        return (MessageDispatcherConfigurator)Activator.CreateInstance(type, config, Prerequisites);
    }
}
