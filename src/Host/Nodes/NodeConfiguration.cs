namespace Akka.Flink.Host.Nodes;

using System.Globalization;
using System.Text;
using System.Text.Json;
using Akka.Actor;
using Akka.Configuration;
using Akka.Flink.Host.Rest;
using Akka.Flink.Runtime;

/// <summary>All that a node is started with.</summary>
/// <param name="Flink">What is configured below <c>akka.flink</c>.</param>
/// <param name="Akka">The configuration of its actor system, but for storage.</param>
/// <param name="Host">What concerns any node.</param>
/// <param name="Rest">Its REST API.</param>
/// <param name="Cluster">Its part in the cluster.</param>
/// <param name="Storage">What it shares with the others.</param>
/// <param name="Programs">How it gets jobs from programs.</param>
internal sealed record NodeConfiguration(
    FlinkConfiguration Flink,
    Config Akka,
    HostSettings Host,
    RestSettings Rest,
    ClusterSettings Cluster,
    ClusterStorageSettings Storage,
    ProgramSettings Programs)
{
    /// <summary>What actor systems of nodes are called; a part of their addresses, so it is the same everywhere.</summary>
    public const string SystemName = "akka-flink";

    /// <summary>The port of a node that begins a cluster and says no other.</summary>
    public const int DefaultPort = 4053;

    private const string Protocol = "akka.tcp";
    private const string SecureProtocol = "akka.ssl.tcp";
    private const string SecureKey = "akka.remote.dot-netty.tcp.enable-ssl";
    private const string DefaultHost = "127.0.0.1";
    private const string HostKey = "akka.remote.dot-netty.tcp.hostname";
    private const string PortKey = "akka.remote.dot-netty.tcp.port";
    private const string SeedsKey = "akka.cluster.seed-nodes";
    private const string Profile = "cluster.conf";

    private static readonly TimeSpan LeaveMargin = TimeSpan.FromSeconds(5);

    /// <summary>Whether seeds are configured; a node without begins a cluster.</summary>
    public bool HasSeeds => Akka.HasPath(SeedsKey) && Akka.GetStringList(SeedsKey).Count > 0;

    /// <summary>The seeds, for people.</summary>
    public string Seeds => string.Join(", ", Akka.GetStringList(SeedsKey).Select(seed => seed[(seed.IndexOf('@') + 1)..]));

    /// <summary>Where other nodes are to reach it, as configured.</summary>
    public string HostAndPort => $"{Akka.GetString(HostKey)}:{Akka.GetString(PortKey)}";

    /// <summary>The configuration of a node in a process of its own.</summary>
    /// <param name="options">How it was started.</param>
    /// <param name="files">All configuration files, weak ones first.</param>
    /// <param name="environment">Environment variables.</param>
    /// <exception cref="FlinkException">Something of it makes no sense.</exception>
    public static NodeConfiguration OfProcess(
        NodeOptions options, IReadOnlyList<string> files, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var flink = FlinkConfiguration.Load(files, environment, AssignmentsOf(options));
        return Of(flink, ConfigurationFactory.ParseString(OptionsText(options, flink.Akka)).WithFallback(flink.Akka));
    }

    /// <summary>The configuration of a node on an application's own actor system.</summary>
    /// <param name="application">The application's configuration: where it listens and whom it joins is its affair.</param>
    /// <param name="environment">Environment variables.</param>
    /// <exception cref="FlinkException">Something of it makes no sense.</exception>
    public static NodeConfiguration OfApplication(Config application, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var flink = FlinkConfiguration.Of(application, "the application's configuration", environment);
        return Of(flink, application.WithFallback(flink.Akka));
    }

    private static NodeConfiguration Of(FlinkConfiguration flink, Config own)
    {
        var reader = new SettingsReader(flink);
        PipelineSettings.From(reader);
        JobSettings.From(reader, null, CheckpointingMode.ExactlyOnce);
        var host = HostSettings.From(reader);
        var rest = RestSettings.From(reader);
        var cluster = ClusterSettings.From(reader);
        var storage = ClusterStorageSettings.From(reader);
        var programs = ProgramSettings.From(reader);
        reader.ThrowIfWrong();
        var akka = ConfigurationFactory.ParseString(NodeText(host, cluster)).WithFallback(own).WithFallback(ReadProfile());
        return new NodeConfiguration(flink, akka, host, rest, cluster, storage, programs);
    }

    private static List<string> AssignmentsOf(NodeOptions options)
    {
        var assignments = options.Assignments.ToList();
        if (options.Slots is { } slots)
            assignments.Add(string.Create(CultureInfo.InvariantCulture, $"cluster.slots={slots}"));
        if (options.RestPort is { } port)
            assignments.Add($"rest.port={port}");
        return assignments;
    }

    private static string OptionsText(NodeOptions options, Config configured)
    {
        var text = new StringBuilder();
        if (options.Host is { } host)
            text.AppendLine($"{HostKey} = {Quoted(host)}");
        else if (!configured.HasPath(HostKey))
            text.AppendLine($"{HostKey} = {Quoted(DefaultHost)}");
        if (options.Port is { } port)
            text.AppendLine($"{PortKey} = {port}");
        else if (!configured.HasPath(PortKey))
            text.AppendLine($"{PortKey} = {(options.Seeds.Count == 0 ? DefaultPort : 0)}");
        var protocol = configured.GetBoolean(SecureKey) ? SecureProtocol : Protocol;
        if (options.Seeds.Count > 0)
            text.AppendLine($"{SeedsKey} = [{string.Join(", ", options.Seeds.Select(seed => Quoted(AddressOf(seed, protocol))))}]");
        if (options.Roles.Count > 0)
            text.AppendLine($"akka.cluster.roles = [{string.Join(", ", options.Roles.Select(Quoted))}]");
        return text.ToString();
    }

    // What is not up to anybody else: a node without it would not be one.
    private static string NodeText(HostSettings host, ClusterSettings cluster) => $$"""
        akka {
          actor.provider = cluster
          loglevel = {{host.LogLevel}}
          stdout-loglevel = OFF
          log-dead-letters = off
          coordinated-shutdown.phases.before-cluster-shutdown.timeout = {{(long)(cluster.LeaveTimeout + LeaveMargin).TotalMilliseconds}}ms
          flink.task-dispatcher.dedicated-thread-pool.thread-count = {{(host.TaskThreads > 0 ? host.TaskThreads : cluster.Slots)}}
        }
        """;

    /// <summary>A seed's address.</summary>
    /// <param name="seed">'host:port', or the address in full.</param>
    /// <param name="protocol">How nodes talk to each other.</param>
    /// <exception cref="NodeException">It is none.</exception>
    private static string AddressOf(string seed, string protocol)
    {
        var mark = seed.LastIndexOf(':');
        if (seed.Contains("://", StringComparison.Ordinal))
            return ActorPath.TryParseAddress(seed, out var address) && address.HasGlobalScope ? seed : throw NodeErrors.BadSeed(seed);

        var isOne = mark > 0 && ushort.TryParse(seed.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port > 0 && Uri.CheckHostName(seed[..mark].Trim('[', ']')) != UriHostNameType.Unknown;
        return isOne ? $"{protocol}://{SystemName}@{seed}" : throw NodeErrors.BadSeed(seed);
    }

    private static Config ReadProfile()
    {
        using var stream = typeof(NodeConfiguration).Assembly.GetManifestResourceStream(Profile)!;
        using var reader = new StreamReader(stream);
        return ConfigurationFactory.ParseString(reader.ReadToEnd());
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
