namespace Akka.Flink.Host.Hosting;

/// <summary>The node of an application with a Generic Host.</summary>
/// <remarks>What is not said here stands in the configuration files, or has the shipped default: docs/configuration.md.</remarks>
public sealed class AkkaFlinkOptions
{
    /// <summary>The host name or address that the node listens on and that others reach it by; null for this host alone.</summary>
    public string? Host { get; set; }

    /// <summary>The port that other nodes reach it by; 0 for any; null for what the files say, or 4053 for a node without seeds.</summary>
    public int? Port { get; set; }

    /// <summary>Nodes of the cluster to join, <c>host:port</c>. None: the node begins a cluster.</summary>
    public IList<string> Seeds { get; } = [];

    /// <summary>The node's roles.</summary>
    public IList<string> Roles { get; } = [];

    /// <summary>How many slots it offers; null for <c>akka.flink.cluster.slots</c>.</summary>
    public int? Slots { get; set; }

    /// <summary>The port of its REST API: a number, a range, or <c>off</c>; null for <c>akka.flink.rest.port</c>.</summary>
    public string? RestPort { get; set; }

    /// <summary>Configuration files (HOCON), weak ones first.</summary>
    public IList<string> Files { get; } = [];

    /// <summary>Keys below <c>akka.flink</c> and their values; they win over files and environment.</summary>
    public IDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    /// <summary>Whether the application ends when the cluster goes on without its node, so that whoever watches over it starts it anew.
    /// Default: true.</summary>
    public bool StopsApplication { get; set; } = true;
}
