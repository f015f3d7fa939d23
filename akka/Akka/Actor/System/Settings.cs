namespace Akka.Actor;

using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;

/// <summary>The settings of an actor system, read once from its configuration.</summary>
public class Settings
{
    private readonly Config _userConfig;
    private Config _fallbackConfig;

    public Settings(ActorSystem system, Config config)
        : this(system, config, ActorSystemSetup.Empty)
    {
    }

    public Settings(ActorSystem system, Config config, ActorSystemSetup setup)
    {
        _userConfig = config;
        _fallbackConfig = ConfigurationFactory.Default();
        Setup = setup;
        System = system;
        RebuildConfig();

        ReadActorSettings();
        ReadLogSettings();
        SchedulerClass = Config.GetString("akka.scheduler.implementation");
        SchedulerShutdownTimeout = Config.GetTimeSpan("akka.scheduler.shutdown-timeout");
        CoordinatedShutdownTerminateActorSystem = Config.GetBoolean("akka.coordinated-shutdown.terminate-actor-system");
        CoordinatedShutdownRunByActorSystemTerminate = Config.GetBoolean("akka.coordinated-shutdown.run-by-actor-system-terminate");
        if (CoordinatedShutdownRunByActorSystemTerminate && !CoordinatedShutdownTerminateActorSystem)
        {
            throw new ConfigurationException(
                "akka.coordinated-shutdown.run-by-actor-system-terminate=on and akka.coordinated-shutdown.terminate-actor-system=off "
                + "is not a supported configuration combination.");
        }
    }

    public ActorSystem System { get; private set; }

    public ActorSystemSetup Setup { get; }

    public Config Config { get; private set; }

    public string ConfigVersion { get; private set; }

    public ProviderSelection ProviderSelectionType { get; private set; }

    public string ProviderClass { get; private set; }

    public bool HasCluster { get; private set; }

    public string SupervisorStrategyClass { get; private set; }

    public bool SerializeAllMessages { get; private set; }

    public bool SerializeAllCreators { get; private set; }

    public TimeSpan AskTimeout { get; private set; }

    public bool DebugAutoReceive { get; private set; }

    public bool DebugLifecycle { get; private set; }

    public bool DebugEventStream { get; private set; }

    public bool DebugUnhandledMessage { get; private set; }

    public bool DebugTimerScheduler { get; private set; }

    public string LogLevel { get; private set; }

    public string StdoutLogLevel { get; private set; }

    public MinimalLogger StdoutLogger { get; private set; }

    public IList<string> Loggers { get; private set; }

    public string LoggersDispatcher { get; private set; }

    public bool LoggerAsyncStart { get; private set; }

    public TimeSpan LoggerStartTimeout { get; private set; }

    public ILogMessageFormatter LogFormatter { get; private set; }

    public bool LogConfigOnStart { get; private set; }

    public int LogDeadLetters { get; private set; }

    public bool LogDeadLettersDuringShutdown { get; private set; }

    public TimeSpan LogDeadLettersSuspendDuration { get; private set; }

    public bool LogSerializerOverrideOnStart { get; private set; }

    public string SchedulerClass { get; private set; }

    public TimeSpan SchedulerShutdownTimeout { get; private set; }

    public bool CoordinatedShutdownTerminateActorSystem { get; private set; }

    public bool CoordinatedShutdownRunByActorSystemTerminate { get; private set; }

    /// <summary>Adds the reference configuration of an extension, below what the user has set.</summary>
    public void InjectTopLevelFallback(Config config)
    {
        _fallbackConfig = config.SafeWithFallback(_fallbackConfig);
        RebuildConfig();
    }

    public override string ToString() => Config.ToString();

    private void RebuildConfig() => Config = _userConfig.SafeWithFallback(_fallbackConfig);

    private void ReadActorSettings()
    {
        ConfigVersion = Config.GetString("akka.version");
        ProviderSelectionType = Setup.Get<BootstrapSetup>() is { HasValue: true, Value.ActorRefProvider: { HasValue: true } selected }
            ? selected.Value
            : ProviderSelection.GetProvider(Config.GetString("akka.actor.provider"));
        ProviderClass = ProviderSelectionType.Fqn;
        HasCluster = ProviderSelectionType.HasCluster;

        SupervisorStrategyClass = Config.GetString("akka.actor.guardian-supervisor-strategy");
        AskTimeout = Config.GetTimeSpan("akka.actor.ask-timeout", Timeout.InfiniteTimeSpan, allowInfinite: true);
        SerializeAllMessages = Config.GetBoolean("akka.actor.serialize-messages");
        SerializeAllCreators = Config.GetBoolean("akka.actor.serialize-creators");
        DebugAutoReceive = Config.GetBoolean("akka.actor.debug.autoreceive");
        DebugLifecycle = Config.GetBoolean("akka.actor.debug.lifecycle");
        DebugEventStream = Config.GetBoolean("akka.actor.debug.event-stream");
        DebugUnhandledMessage = Config.GetBoolean("akka.actor.debug.unhandled");
        DebugTimerScheduler = Config.GetBoolean("akka.actor.debug.log-timers");
    }

    private void ReadLogSettings()
    {
        LogLevel = Config.GetString("akka.loglevel");
        StdoutLogLevel = Config.GetString("akka.stdout-loglevel");
        StdoutLogger = MakeStdoutLogger(Config.GetString("akka.stdout-logger-class"));
        Loggers = Config.GetStringList("akka.loggers");
        LoggersDispatcher = Config.GetString("akka.loggers-dispatcher");
        LoggerAsyncStart = Config.GetBoolean("akka.logger-async-start");
        LoggerStartTimeout = Config.GetTimeSpan("akka.logger-startup-timeout");
        LogFormatter = MakeFormatter(Config.GetString("akka.logger-formatter"));
        LogConfigOnStart = Config.GetBoolean("akka.log-config-on-start");
        LogDeadLetters = Config.GetString("akka.log-dead-letters") switch
        {
            "on" or "true" or "yes" => int.MaxValue,
            "off" or "false" or "no" => 0,
            _ => Config.GetInt("akka.log-dead-letters"),
        };
        LogDeadLettersDuringShutdown = Config.GetBoolean("akka.log-dead-letters-during-shutdown");
        LogDeadLettersSuspendDuration = Config.GetString("akka.log-dead-letters-suspend-duration") == "infinite"
            ? Timeout.InfiniteTimeSpan
            : Config.GetTimeSpan("akka.log-dead-letters-suspend-duration");
        LogSerializerOverrideOnStart = Config.GetBoolean("akka.log-serializer-override-on-start");
    }

    private static MinimalLogger MakeStdoutLogger(string typeName)
    {
        if (string.IsNullOrWhiteSpace(typeName))
            return new StandardOutLogger();

        return Create<MinimalLogger>(typeName, "akka.stdout-logger-class");
    }

    private static ILogMessageFormatter MakeFormatter(string typeName) =>
        string.IsNullOrWhiteSpace(typeName)
            ? DefaultLogMessageFormatter.Instance
            : Create<ILogMessageFormatter>(typeName, "akka.logger-formatter");

    private static T Create<T>(string typeName, string key)
        where T : class
    {
        var type = Type.GetType(typeName);
        if (type is null || !typeof(T).IsAssignableFrom(type))
        {
            throw new ConfigurationException(
                $"'{key}' is [{typeName}], which is no {typeof(T).Name} that can be found. Write it as 'Namespace.Type, Assembly'.");
        }

        // A formatter may be a singleton.
        return type.GetField("Instance")?.GetValue(null) as T ?? (T)Activator.CreateInstance(type);
    }
}
