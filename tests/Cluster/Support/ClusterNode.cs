namespace Akka.Flink.Cluster.Tests.Support;

using Akka.Flink.EndToEnd.Tests.Support;

/// <summary>A node of a cluster in a process of its own.</summary>
internal sealed class ClusterNode : IDisposable
{
    private readonly EngineProcess _process;

    public ClusterNode(string folder, int port, int restPort, IReadOnlyList<string> arguments, string? log = null)
    {
        Port = port;
        RestPort = restPort;
        var start = Engine.Command(folder, ["node", "--port", $"{port}", "--rest-port", $"{restPort}", .. arguments]);
        _process = new EngineProcess(start, log);
    }

    public int Id => _process.Id;

    public int Port { get; }

    public int RestPort { get; }

    public string Url => $"http://127.0.0.1:{RestPort}";

    /// <summary>Whether it is not to be asked: dead, leaving or paused.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Whether its process has ended.</summary>
    public bool HasEnded => _process.HasEnded;

    /// <summary>What the process has ended with.</summary>
    public int ExitCode => _process.ExitCode;

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

    /// <summary>Lets a paused process go on, and asks it again.</summary>
    public void WakeAndAsk()
    {
        Wake();
        IsGone = false;
    }

    /// <summary>Asks it to leave, as Ctrl-C does, and waits until it has.</summary>
    public Task<EngineResult> StopAsync() => EndAsync("INT", TimeSpan.FromMinutes(1));

    /// <summary>Asks it to leave, as a service manager does, and waits until it has.</summary>
    /// <param name="patience">How long at most.</param>
    public Task<EngineResult> TerminateAsync(TimeSpan patience) => EndAsync("TERM", patience);

    public Task<EngineResult> WaitForEndAsync(TimeSpan patience)
    {
        IsGone = true;
        return _process.WaitForEndAsync(patience);
    }

    public Task<string> WaitForLineAsync(string part) => _process.WaitForLineAsync(part, TimeSpan.FromMinutes(1));

    public void Dispose() => _process.Dispose();

    private async Task<EngineResult> EndAsync(string signal, TimeSpan patience)
    {
        IsGone = true;
        _process.Signal(signal);
        return await _process.WaitForEndAsync(patience);
    }
}
