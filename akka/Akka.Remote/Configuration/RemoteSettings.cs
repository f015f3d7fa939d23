namespace Akka.Remote;

using Akka.Actor;
using Akka.Configuration;

/// <summary>The section <c>akka.remote</c>, read once.</summary>
public class RemoteSettings
{
    public static readonly string AkkaScheme = "akka.remote";

    public RemoteSettings(Config config)
    {
        Config = config;
        Dispatcher = config.GetString("akka.remote.use-dispatcher");
        ReadTimes();
        ReadLogging();
        ReadSystemMessages();
        ReadWatching();
        UntrustedMode = config.GetBoolean("akka.remote.untrusted-mode");
        TrustedSelectionPaths = [.. config.GetStringList("akka.remote.trusted-selection-paths")];
        UsePassiveConnections = config.GetBoolean("akka.remote.use-passive-connections");
        TransportNames = config.GetStringList("akka.remote.enabled-transports");
    }

    public Config Config { get; }

    public string Dispatcher { get; set; }

    public TimeSpan FlushWait { get; set; }

    public TimeSpan RetryGateClosedFor { get; set; }

    public bool LogReceive { get; set; }

    public bool LogSend { get; set; }

    public string RemoteLifecycleEventsLogLevel { get; set; }

    public int LogBufferSizeExceeding { get; set; }

    public bool UntrustedMode { get; set; }

    public HashSet<string> TrustedSelectionPaths { get; set; }

    public bool UsePassiveConnections { get; set; }

    public int SysMsgBufferSize { get; set; }

    public int SysResendLimit { get; set; }

    public TimeSpan SysResendTimeout { get; set; }

    public TimeSpan InitialSysMsgDeliveryTimeout { get; set; }

    public TimeSpan QuarantineSilentSystemTimeout { get; set; }

    public string WatchFailureDetectorImplementationClass { get; set; }

    public Config WatchFailureDetectorConfig { get; set; }

    public TimeSpan WatchHeartBeatInterval { get; set; }

    public TimeSpan WatchUnreachableReaperInterval { get; set; }

    public TimeSpan WatchHeartbeatExpectedResponseAfter { get; set; }

    public IList<string> TransportNames { get; set; }

    /// <summary>The props with the dispatcher of remoting, unless there is none.</summary>
    public Props ConfigureDispatcher(Props props) => string.IsNullOrEmpty(Dispatcher) ? props : props.WithDispatcher(Dispatcher);

    private void ReadTimes()
    {
        FlushWait = Config.GetTimeSpan("akka.remote.flush-wait-on-shutdown");
        RetryGateClosedFor = Config.GetTimeSpan("akka.remote.retry-gate-closed-for");
    }

    private void ReadLogging()
    {
        LogReceive = Config.GetBoolean("akka.remote.log-received-messages");
        LogSend = Config.GetBoolean("akka.remote.log-sent-messages");
        var level = Config.GetString("akka.remote.log-remote-lifecycle-events");
        RemoteLifecycleEventsLogLevel = level is "on" or "true" ? "DEBUG" : level;
        var exceeding = Config.GetString("akka.remote.log-buffer-size-exceeding");
        LogBufferSizeExceeding = exceeding is "off" or "false"
            ? int.MaxValue
            : Config.GetInt("akka.remote.log-buffer-size-exceeding") is var count && count > 0 ? count : int.MaxValue;
    }

    private void ReadSystemMessages()
    {
        SysMsgBufferSize = Config.GetInt("akka.remote.system-message-buffer-size");
        SysResendLimit = Config.GetInt("akka.remote.resend-limit");
        SysResendTimeout = Config.GetTimeSpan("akka.remote.resend-interval");
        InitialSysMsgDeliveryTimeout = Config.GetTimeSpan("akka.remote.initial-system-message-delivery-timeout");
        QuarantineSilentSystemTimeout = Config.GetTimeSpan("akka.remote.quarantine-after-silence");
        if (SysMsgBufferSize <= 0 || SysResendLimit <= 0)
        {
            throw new ConfigurationException(
                $"'akka.remote.system-message-buffer-size' is {SysMsgBufferSize} and 'akka.remote.resend-limit' is {SysResendLimit}. "
                + "Both must be above 0.");
        }
    }

    private void ReadWatching()
    {
        WatchFailureDetectorConfig = Config.GetConfig("akka.remote.watch-failure-detector");
        WatchFailureDetectorImplementationClass = WatchFailureDetectorConfig.GetString("implementation-class");
        WatchHeartBeatInterval = WatchFailureDetectorConfig.GetTimeSpan("heartbeat-interval");
        WatchUnreachableReaperInterval = WatchFailureDetectorConfig.GetTimeSpan("unreachable-nodes-reaper-interval");
        WatchHeartbeatExpectedResponseAfter = WatchFailureDetectorConfig.GetTimeSpan("expected-response-after");
        if (WatchHeartBeatInterval <= TimeSpan.Zero || WatchUnreachableReaperInterval <= TimeSpan.Zero)
        {
            throw new ConfigurationException(
                $"'akka.remote.watch-failure-detector.heartbeat-interval' is {WatchHeartBeatInterval} and "
                + $"'unreachable-nodes-reaper-interval' beside it is {WatchUnreachableReaperInterval}. Both must be above 0.");
        }
    }
}
