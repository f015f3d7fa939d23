namespace Akka.Cluster;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Configuration;

/// <summary>What <c>akka.cluster</c> says.</summary>
public sealed class ClusterSettings
{
    private const string Path = "akka.cluster";
    private const string InternalDispatcher = "akka.actor.internal-dispatcher";

    public ClusterSettings(Config config, string systemName)
    {
        var cluster = config.GetConfig(Path);
        if (cluster.IsNullOrEmpty())
            throw ConfigurationException.NullOrEmptyConfig<ClusterSettings>(Path);

        ReadFailureDetector(cluster.GetConfig("failure-detector"));
        ReadJoining(cluster, systemName);
        ReadMembers(cluster);
        ReadGossip(cluster);
        ReadDowning(cluster);
        var dispatcher = cluster.GetString("use-dispatcher");
        HasOwnDispatcher = !string.IsNullOrEmpty(dispatcher);
        UseDispatcher = HasOwnDispatcher ? dispatcher : InternalDispatcher;
        UseLegacyHeartbeatMessage = cluster.GetBoolean("use-legacy-heartbeat-message");
        LogInfoVerbose = cluster.GetBoolean("log-info-verbose");
        LogInfo = LogInfoVerbose || cluster.GetBoolean("log-info");
        VerboseHeartbeatLogging = cluster.GetBoolean("debug.verbose-heartbeat-logging");
        VerboseGossipReceivedLogging = cluster.GetBoolean("debug.verbose-receive-gossip-logging");
    }

    public bool AllowWeaklyUpMembers { get; private set; }

    public Type DowningProviderType { get; private set; }

    public Config FailureDetectorConfig { get; private set; }

    public string FailureDetectorImplementationClass { get; private set; }

    public double GossipDifferentViewProbability { get; private set; }

    public TimeSpan GossipInterval { get; private set; }

    public TimeSpan GossipTimeToLive { get; private set; }

    public TimeSpan HeartbeatExpectedResponseAfter { get; private set; }

    public TimeSpan HeartbeatInterval { get; private set; }

    public TimeSpan LeaderActionsInterval { get; private set; }

    public bool LogInfo { get; }

    public bool LogInfoVerbose { get; }

    public int MinNrOfMembers { get; private set; }

    public ImmutableDictionary<string, int> MinNrOfMembersOfRole { get; private set; }

    public int MonitoredByNrOfMembers { get; private set; }

    public TimeSpan PeriodicTasksInitialDelay { get; private set; }

    public int ReduceGossipDifferentViewProbability { get; private set; }

    public TimeSpan? RetryUnsuccessfulJoinAfter { get; private set; }

    public ImmutableHashSet<string> Roles { get; private set; }

    public bool RunCoordinatedShutdownWhenDown { get; private set; }

    public TimeSpan SeedNodeTimeout { get; private set; }

    public ImmutableList<Address> SeedNodes { get; private set; }

    public TimeSpan? ShutdownAfterUnsuccessfulJoinSeedNodes { get; private set; }

    public TimeSpan UnreachableNodesReaperInterval { get; private set; }

    public string UseDispatcher { get; }

    public bool UseLegacyHeartbeatMessage { get; }

    public bool VerboseGossipReceivedLogging { get; }

    public bool VerboseHeartbeatLogging { get; }

    public TimeSpan WeaklyUpAfter { get; private set; }

    /// <summary>What is configured, or <c>null</c> for what the downing provider says.</summary>
    internal TimeSpan? DownRemovalMargin { get; private set; }

    internal bool HasOwnDispatcher { get; }

    private void ReadFailureDetector(Config detector)
    {
        FailureDetectorConfig = detector;
        FailureDetectorImplementationClass = detector.GetString("implementation-class");
        HeartbeatInterval = detector.GetTimeSpan("heartbeat-interval");
        HeartbeatExpectedResponseAfter = detector.GetTimeSpan("expected-response-after");
        MonitoredByNrOfMembers = detector.GetInt("monitored-by-nr-of-members");
    }

    private void ReadJoining(Config cluster, string systemName)
    {
        SeedNodes = [.. cluster.GetStringList("seed-nodes").Select(node => SeedNode(node, systemName))];
        SeedNodeTimeout = cluster.GetTimeSpan("seed-node-timeout");
        RetryUnsuccessfulJoinAfter = Optional(cluster, "retry-unsuccessful-join-after");
        ShutdownAfterUnsuccessfulJoinSeedNodes = Optional(cluster, "shutdown-after-unsuccessful-join-seed-nodes");
    }

    private void ReadMembers(Config cluster)
    {
        Roles = [.. cluster.GetStringList("roles")];
        MinNrOfMembers = cluster.GetInt("min-nr-of-members");
        MinNrOfMembersOfRole = (cluster.GetConfig("role")?.AsEnumerable() ?? []).ToImmutableDictionary(
            role => role.Key, role => role.Value.ToConfig().GetInt("min-nr-of-members"));
        var weaklyUpAfter = Optional(cluster, "allow-weakly-up-members");
        AllowWeaklyUpMembers = weaklyUpAfter is not null;
        WeaklyUpAfter = weaklyUpAfter ?? TimeSpan.Zero;
    }

    private void ReadGossip(Config cluster)
    {
        PeriodicTasksInitialDelay = cluster.GetTimeSpan("periodic-tasks-initial-delay");
        GossipInterval = cluster.GetTimeSpan("gossip-interval");
        GossipTimeToLive = cluster.GetTimeSpan("gossip-time-to-live");
        GossipDifferentViewProbability = cluster.GetDouble("gossip-different-view-probability");
        ReduceGossipDifferentViewProbability = cluster.GetInt("reduce-gossip-different-view-probability");
        LeaderActionsInterval = cluster.GetTimeSpan("leader-actions-interval");
        UnreachableNodesReaperInterval = cluster.GetTimeSpan("unreachable-nodes-reaper-interval");
    }

    private void ReadDowning(Config cluster)
    {
        if (Optional(cluster, "auto-down-unreachable-after") is { } after)
        {
            throw new ConfigurationException(
                $"'{Path}.auto-down-unreachable-after' is {after}; this build downs by the split-brain resolver only. Set it to 'off', " +
                $"and see '{Path}.split-brain-resolver'.");
        }

        var provider = cluster.GetString("downing-provider-class");
        DowningProviderType = string.IsNullOrEmpty(provider) ? typeof(NoDowning) : Type.GetType(provider);
        if (DowningProviderType is null || !typeof(IDowningProvider).IsAssignableFrom(DowningProviderType))
        {
            throw new ConfigurationException(
                $"'{Path}.downing-provider-class' is [{provider}], which is no IDowningProvider that can be found. " +
                "Write it as 'Namespace.Type, Assembly', and reference the assembly.");
        }

        DownRemovalMargin = Optional(cluster, "down-removal-margin");
        RunCoordinatedShutdownWhenDown = cluster.GetBoolean("run-coordinated-shutdown-when-down");
    }

    private static Address SeedNode(string node, string systemName)
    {
        if (!Address.TryParse(node, out Address address) || !address.HasGlobalScope || address.System != systemName)
        {
            throw new ConfigurationException(
                $"'{Path}.seed-nodes' has [{node}], which is no node of system [{systemName}]. " +
                $"Write it as 'akka.tcp://{systemName}@host:port'; all members of a cluster have systems of one name.");
        }

        return address;
    }

    /// <summary>A time, or <c>null</c> where the word <c>off</c> stands.</summary>
    private static TimeSpan? Optional(Config cluster, string key)
    {
        var text = cluster.GetString(key);
        if (string.IsNullOrEmpty(text) || text.Equals("off", StringComparison.OrdinalIgnoreCase) ||
            text.Equals("false", StringComparison.OrdinalIgnoreCase))
            return null;

        // 'on' stands for the time that was fixed before the setting took one.
        return text.Equals("on", StringComparison.OrdinalIgnoreCase) ? TimeSpan.FromSeconds(7) : cluster.GetTimeSpan(key);
    }
}
