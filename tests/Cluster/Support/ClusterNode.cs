namespace Akka.Flink.Cluster.Tests.Support;

using Akka.Flink.EndToEnd.Tests.Support;

/// <summary>A node of a cluster in a process of its own.</summary>
internal sealed class ClusterNode : IDisposable
{
    private readonly EngineProcess _process;

    public ClusterNode(string folder, int port, int restPort, IReadOnlyList<string> arguments)
    {
        Port = port;
        RestPort = restPort;
        _process = Engine.Start(folder, ["node", "--port", $"{port}", "--rest-port", $"{restPort}", .. arguments]);
    }

    public int Port { get; }

    public int RestPort { get; }

    public string Url => $"http://127.0.0.1:{RestPort}";

    /// <summary>Whether it is not to be asked: dead, leaving or paused.</summary>
    public bool IsGone { get; private set; }

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
        return await _process.WaitForEndAsync(TimeSpan.FromMinutes(1));
    }

    public Task<EngineResult> WaitForEndAsync(TimeSpan patience)
    {
        IsGone = true;
        return _process.WaitForEndAsync(patience);
    }

    public Task<string> WaitForLineAsync(string part) => _process.WaitForLineAsync(part, TimeSpan.FromMinutes(1));

    public void Dispose() => _process.Dispose();
}
