namespace Akka.Flink.Host.Nodes;

/// <summary>How a node was started; what is not said here stands in the configuration.</summary>
internal sealed record NodeOptions
{
    /// <summary>The host name or address that it listens on, and that others reach it by; null for this host alone.</summary>
    public string? Host { get; init; }

    /// <summary>The port that other nodes reach it by; 0 for any, null for the configuration's.</summary>
    public int? Port { get; init; }

    /// <summary>Nodes of the cluster to join, <c>host:port</c>; none to begin one.</summary>
    public IReadOnlyList<string> Seeds { get; init; } = [];

    /// <summary>Its roles.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>How many slots it offers.</summary>
    public int? Slots { get; init; }

    /// <summary>The port of its REST API.</summary>
    public string? RestPort { get; init; }

    /// <summary>Configuration files, weak ones first.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>What stands behind <c>-D</c>.</summary>
    public IReadOnlyList<string> Assignments { get; init; } = [];
}
