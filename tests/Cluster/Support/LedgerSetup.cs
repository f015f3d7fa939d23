namespace Akka.Flink.Cluster.Tests.Support;

using Akka.Flink.Shared.Repository;

/// <summary>How the nodes of a ledger are set up.</summary>
internal sealed record LedgerSetup
{
    /// <summary>Settings of all nodes, key=value.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Configuration files of all nodes.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>How the control database of PostgreSQL is reached; null for a file of SQLite.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>How many nodes have a network between them that can be cut; 0 for none.</summary>
    public int Places { get; init; }

    /// <summary>With a setting more.</summary>
    /// <param name="setting">The setting, key=value.</param>
    public LedgerSetup With(string setting) => this with { Settings = [.. Settings, setting] };

    /// <summary>With as many nodes as survive the death of one: two need a lease to decide.</summary>
    /// <param name="nodes">How many nodes there are.</param>
    public LedgerSetup Surviving(int nodes) =>
        nodes > 2 ? this : this with { Files = [.. Files, RepositoryRoot.At("config", "lease.conf")] };

    /// <summary>What is written behind <c>akka-flink node</c>.</summary>
    /// <param name="state">The folder that all nodes share.</param>
    public IEnumerable<string> Arguments(string state) =>
    [
        .. Files.SelectMany(file => (string[])["-c", file]),
        .. Settings.Append($"dir={state}").SelectMany(setting => (string[])["-D", setting]),
    ];

    /// <summary>What is in the environment of nodes: secrets.</summary>
    public IReadOnlyDictionary<string, string> Environment => ConnectionString is null
        ? new Dictionary<string, string>()
        : new Dictionary<string, string>
        {
            ["AKKA_FLINK__CONTROL__TYPE"] = "postgresql",
            ["AKKA_FLINK__CONTROL__CONNECTION_STRING"] = ConnectionString,
        };
}
