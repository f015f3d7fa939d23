namespace Akka.Flink.Cluster.Tests.Support;

using System.Diagnostics;
using Akka.Flink.EndToEnd.Tests.Support;

/// <summary>A node of a cluster in a process of its own.</summary>
internal sealed class ClusterNode : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly EngineProcess _process;

    /// <param name="folder">The working folder.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="restPort">Where it is asked.</param>
    /// <param name="arguments">What else is written behind <c>akka-flink node</c>.</param>
    /// <param name="log">The file that its log is written to as well; null for none.</param>
    /// <param name="prepare">Changes what is started; null for as it is.</param>
    public ClusterNode(
        string folder, int port, int restPort, IEnumerable<string> arguments, string? log = null, Action<ProcessStartInfo>? prepare = null)
    {
        Port = port;
        RestPort = restPort;
        var start = Engine.Command(folder, ["node", "--port", $"{port}", "--rest-port", $"{restPort}", .. arguments]);
        prepare?.Invoke(start);
        _process = new EngineProcess(start, log);
    }

    /// <summary>Its process.</summary>
    public int Id => _process.Id;

    /// <summary>Where others reach it: where it listens, unless something lies in between.</summary>
    public int Port { get; init; }

    public int RestPort { get; }

    public string Scheme { get; init; } = "http";

    public string Url => $"{Scheme}://127.0.0.1:{RestPort}";

    public string HostAndPort => $"127.0.0.1:{Port}";

    /// <summary>Whether it is not to be asked: dead, leaving, paused or cut off.</summary>
    public bool IsGone { get; set; }

    /// <summary>What it has said.</summary>
    public string Log => _process.Said;

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

    /// <summary>Stops the process where it is not writing to SQLite: a process that stands still with the lock keeps the others from
    /// writing until it goes on or is killed.</summary>
    public void PauseBetweenWrites()
    {
        Pause();
        while (HoldsLock())
        {
            _process.Signal("CONT");
            _process.Signal("STOP");
        }
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
    public Task<EngineResult> StopAsync() => EndAsync("INT", Patience);

    /// <summary>Asks it to leave, as a service manager does, and waits until it has.</summary>
    /// <param name="patience">How long at most.</param>
    public Task<EngineResult> TerminateAsync(TimeSpan patience) => EndAsync("TERM", patience);

    public Task<EngineResult> WaitForEndAsync(TimeSpan? patience = null)
    {
        IsGone = true;
        return _process.WaitForEndAsync(patience ?? Patience);
    }

    public Task<string> WaitForLineAsync(string part) => _process.WaitForLineAsync(part, Patience);

    public void Dispose() => _process.Dispose();

    // A thread that is about to take the lock is not stopped before it has it.
    private bool HoldsLock()
    {
        Assert.True(SpinWait.SpinUntil(() => Directory.GetDirectories($"/proc/{Id}/task").All(IsStopped), Patience));
        return File.ReadLines("/proc/locks").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Any(fields => fields[1] == "POSIX" && fields[3] == "WRITE" && fields[4] == $"{Id}");
    }

    private static bool IsStopped(string thread)
    {
        var stat = File.ReadAllText(Path.Combine(thread, "stat"));
        return stat[(stat.LastIndexOf(')') + 2)..].StartsWith('T');
    }

    private async Task<EngineResult> EndAsync(string signal, TimeSpan patience)
    {
        IsGone = true;
        _process.Signal(signal);
        return await _process.WaitForEndAsync(patience);
    }
}
