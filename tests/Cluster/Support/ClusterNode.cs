namespace Akka.Flink.Cluster.Tests.Support;

using Akka.Flink.EndToEnd.Tests.Support;

/// <summary>A node of a cluster in a process of its own.</summary>
internal sealed class ClusterNode : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly EngineProcess _process;

    /// <param name="folder">The working folder.</param>
    /// <param name="port">Where others reach it.</param>
    /// <param name="restPort">Where it is asked.</param>
    /// <param name="setup">How it is set up.</param>
    /// <param name="arguments">What else is written behind <c>akka-flink node</c>.</param>
    public ClusterNode(string folder, int port, int restPort, LedgerSetup setup, IEnumerable<string> arguments)
    {
        Port = port;
        Url = $"{setup.Scheme}://127.0.0.1:{restPort}";
        _process = new EngineProcess(setup.In(Engine.Command(folder, ["node", "--rest-port", $"{restPort}", .. arguments])));
    }

    /// <summary>Its process.</summary>
    public int Id => _process.Id;

    public int Port { get; }

    public string Url { get; }

    public string HostAndPort => $"127.0.0.1:{Port}";

    /// <summary>Whether it is not to be asked: dead, leaving, paused or cut off.</summary>
    public bool IsGone { get; set; }

    /// <summary>What it has said.</summary>
    public string Log => _process.Said;

    /// <summary>Ends it without a farewell.</summary>
    public void Kill()
    {
        IsGone = true;
        _process.Kill();
    }

    /// <summary>Stops the process, its connections stay open.</summary>
    public void Pause()
    {
        IsGone = true;
        _process.Signal("STOP");
    }

    /// <summary>Lets a paused process go on. The others may have given it up meanwhile: then it ends.</summary>
    public void Wake() => _process.Signal("CONT");

    /// <summary>Asks it to leave, as Ctrl-C does, and waits until it has.</summary>
    public async Task<EngineResult> StopAsync()
    {
        IsGone = true;
        _process.Signal("INT");
        return await _process.WaitForEndAsync(Patience);
    }

    public Task<EngineResult> WaitForEndAsync()
    {
        IsGone = true;
        return _process.WaitForEndAsync(Patience);
    }

    public Task<string> WaitForLineAsync(string part) => _process.WaitForLineAsync(part, Patience);

    public void Dispose() => _process.Dispose();
}
