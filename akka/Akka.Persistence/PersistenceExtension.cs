namespace Akka.Persistence;

using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Persistence.Journal;

/// <summary>Starts journals and snapshot stores on first use, one for each configuration path, and hands them out.</summary>
public class PersistenceExtension : IExtension
{
    private const string JournalFallbackPath = "akka.persistence.journal-plugin-fallback";
    private const string SnapshotStoreFallbackPath = "akka.persistence.snapshot-store-plugin-fallback";
    private const string NoSnapshotStorePluginId = "akka.persistence.no-snapshot-store";

    private readonly ConcurrentDictionary<string, Lazy<PluginHolder>> _plugins = new();
    private readonly ExtendedActorSystem _system;
    private readonly Config _config;
    private readonly ILoggingAdapter _log;
    private readonly string _defaultJournalPluginId;
    private readonly Lazy<string> _defaultSnapshotPluginId;
    private readonly Lazy<IStashOverflowStrategy> _defaultStashOverflowStrategy;
    private readonly Lazy<IActorRef> _recoveryPermitter;

    public PersistenceExtension(ExtendedActorSystem system)
    {
        _system = system;
        _system.Settings.InjectTopLevelFallback(Persistence.DefaultConfig());
        _config = system.Settings.Config.GetConfig("akka.persistence");
        _log = Logging.GetLogger(_system, this);
        _defaultJournalPluginId = _config.GetString("journal.plugin");
        _defaultSnapshotPluginId = new Lazy<string>(FindDefaultSnapshotStore);
        _defaultStashOverflowStrategy = new Lazy<IStashOverflowStrategy>(CreateStashOverflowStrategy);
        _recoveryPermitter = new Lazy<IActorRef>(StartRecoveryPermitter);
        Settings = new PersistenceSettings(_system, _config);

        foreach (var id in _config.GetStringList("journal.auto-start-journals"))
            JournalFor(id);

        foreach (var id in _config.GetStringList("snapshot-store.auto-start-snapshot-stores"))
            SnapshotStoreFor(id);
    }

    public IStashOverflowStrategy DefaultInternalStashOverflowStrategy => _defaultStashOverflowStrategy.Value;

    public PersistenceSettings Settings { get; }

    internal IActorRef RecoveryPermitter => _recoveryPermitter.Value;

    public string PersistenceId(IActorRef actor) => actor.Path.ToStringWithoutAddress();

    /// <summary>The event adapters of a journal; of the default one when <paramref name="journalPluginId"/> is null or empty.</summary>
    public EventAdapters AdaptersFor(string journalPluginId) => JournalHolder(journalPluginId).Adapters;

    /// <summary>A journal; the default one when <paramref name="journalPluginId"/> is null or empty.</summary>
    public IActorRef JournalFor(string journalPluginId) => JournalHolder(journalPluginId).Ref;

    /// <summary>A snapshot store; the default one when <paramref name="snapshotPluginId"/> is null or empty.</summary>
    public IActorRef SnapshotStoreFor(string snapshotPluginId)
    {
        var path = string.IsNullOrEmpty(snapshotPluginId) ? _defaultSnapshotPluginId.Value : snapshotPluginId;
        return HolderFor(path, SnapshotStoreFallbackPath, "snapshot-store").Ref;
    }

    internal Config ConfigFor(IActorRef plugin) => HolderOf(plugin).Config;

    internal EventAdapters AdaptersFor(IActorRef plugin) => HolderOf(plugin).Adapters;

    internal PluginHolder JournalHolder(string journalPluginId)
    {
        var path = string.IsNullOrEmpty(journalPluginId) ? _defaultJournalPluginId : journalPluginId;
        if (string.IsNullOrEmpty(path))
            throw PersistenceErrors.NoDefaultJournal();

        return HolderFor(path, JournalFallbackPath, "journal");
    }

    private PluginHolder HolderOf(IActorRef plugin)
    {
        // A plugin asks in its constructor, while the thread that started it may still be filling in the holder: then this waits.
        if (_plugins.TryGetValue(plugin.Path.Name, out var holder) && holder.Value.Ref.Equals(plugin))
            return holder.Value;

        throw PersistenceErrors.UnknownPluginActor(plugin);
    }

    private PluginHolder HolderFor(string path, string fallbackPath, string kind)
    {
        if (_plugins.TryGetValue(path, out var started))
            return started.Value;

        if (!_system.Settings.Config.HasPath(path))
            throw PersistenceErrors.UnknownPlugin(path, kind);

        var holder = new Lazy<PluginHolder>(() => Start(path, fallbackPath));
        return _plugins.GetOrAdd(path, holder).Value;
    }

    private PluginHolder Start(string path, string fallbackPath)
    {
        var root = _system.Settings.Config;
        var config = root.GetConfig(path).WithFallback(root.GetConfig(fallbackPath));
        var className = config.GetString("class");
        if (string.IsNullOrEmpty(className))
            throw PersistenceErrors.NoPluginClass(path);

        var type = Type.GetType(className) ?? throw PersistenceErrors.PluginClassNotFound(path, className);
        _log.Debug("Create plugin: {0} {1}", path, className);

        var args = type.GetConstructor([typeof(Config)]) is null ? Array.Empty<object>() : [config];
        var props = new Props(type, args).WithDispatcher(config.GetString("plugin-dispatcher"));
        return new PluginHolder(_system.SystemActorOf(props, path), EventAdapters.Create(_system, config), config);
    }

    private string FindDefaultSnapshotStore()
    {
        var path = _config.GetString("snapshot-store.plugin");
        if (!string.IsNullOrEmpty(path))
            return path;

        _log.Warning(
            "No default snapshot store configured! To configure a default snapshot-store plugin set the "
            + "`akka.persistence.snapshot-store.plugin` key. For details see 'persistence.conf'.");
        return NoSnapshotStorePluginId;
    }

    private IStashOverflowStrategy CreateStashOverflowStrategy()
    {
        var className = _config.GetString("internal-stash-overflow-strategy");
        var type = Type.GetType(className ?? string.Empty)
            ?? throw PersistenceErrors.PluginClassNotFound("akka.persistence.internal-stash-overflow-strategy", className);
        return ((IStashOverflowStrategyConfigurator)Activator.CreateInstance(type)).Create(_system.Settings.Config);
    }

    private IActorRef StartRecoveryPermitter() => _system.SystemActorOf(
        Akka.Persistence.RecoveryPermitter.Props(_config.GetInt("max-concurrent-recoveries")),
        "recoveryPermitter");
}
