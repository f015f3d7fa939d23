namespace Akka.Flink.Cluster.Tests.Support;

using System.Diagnostics;
using Akka.Flink.Shared.Repository;

/// <summary>How the nodes of a ledger are set up.</summary>
internal sealed record LedgerSetup
{
    /// <summary>Settings of all nodes, key=value.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Configuration files of all nodes.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>How the control database of PostgreSQL is reached, by <c>config/postgres.conf</c>; null for a file of SQLite.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>What nodes and their clients show each other, by <c>config/tls.conf</c>; null for connections that anybody can
    /// read.</summary>
    public NodeCertificate? Certificate { get; init; }

    /// <summary>How nodes are asked.</summary>
    public string Scheme => Certificate is null ? "http" : "https";

    /// <summary>Whether silence is taken for a busy machine, not for a death: for what is to happen while all nodes live.</summary>
    public bool IsPatient { get; init; }

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
        .. AllFiles.SelectMany(file => (string[])["-c", file]),
        .. Settings.Concat([$"dir={state}", $"cluster.dir={state}", $"cluster.cache-dir={state}-cache"])
            .SelectMany(setting => (string[])["-D", setting]),
    ];

    /// <summary>Adds what is in the environment of nodes and commands: secrets, and whom to trust.</summary>
    /// <param name="start">What is to be started.</param>
    public void Prepare(ProcessStartInfo start)
    {
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
    }

    private IEnumerable<(string Name, string Value)> Environment =>
    [
        .. ConnectionString is null ? [] : ((string, string)[])[("AKKA_FLINK__CONTROL__CONNECTION_STRING", ConnectionString)],
        .. Certificate?.Environment ?? [],
    ];

    private IEnumerable<string> AllFiles =>
    [
        .. Files,
        .. ConnectionString is null ? [] : (string[])[RepositoryRoot.At("config", "postgres.conf")],
        .. Certificate is null ? [] : (string[])[RepositoryRoot.At("config", "tls.conf"), Certificate.ConfigurationFile],
    ];
}
