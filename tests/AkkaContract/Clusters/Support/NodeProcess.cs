namespace Akka.Flink.AkkaContract.Tests.Clusters.Support;

using System.Collections.Concurrent;
using System.Diagnostics;

/// <summary>A node in a process of its own, that can be killed, stopped and woken.</summary>
public sealed class NodeProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _configFile = Path.GetTempFileName();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _said = new();
    private volatile string _members = "";
    private volatile string? _ended;

    public NodeProcess(string config)
    {
        File.WriteAllText(_configFile, config);
        var program = Path.Combine(AppContext.BaseDirectory, "Akka.Flink.AkkaContract.Crash.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [program, "cluster", _configFile])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        new Thread(Listen) { IsBackground = true }.Start();
    }

    public int Id => _process.Id;

    public Task<string> Address => _address.Task;

    /// <summary>What it last said of the members: <c>address=status</c>, with a question mark for those it cannot reach.</summary>
    public string[] Members => _members.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Why its system has ended; null while it has not.</summary>
    public string? Ended => _ended;

    public bool HasExited => _process.HasExited;

    /// <summary>What it has said of its actors, in order: <c>alive</c>, <c>twice</c>, <c>stopped</c>, <c>at</c> and a name.</summary>
    public IReadOnlyCollection<string> Said => _said;

    public async Task Join(NodeProcess other) => Say($"join {await other.Address}");

    public async Task Leave(NodeProcess other) => Say($"leave {await other.Address}");

    /// <summary>Makes it ask an entity where it is; it says <c>at</c> when it knows.</summary>
    public void Ask(string entity) => Say($"ask {entity}");

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill() => Signal("KILL");

    /// <summary>Stops it in the middle of whatever it does.</summary>
    public void Pause() => Signal("STOP");

    /// <summary>Lets it go on after <see cref="Pause"/>.</summary>
    public void Wake() => Signal("CONT");

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(_configFile);
    }

    private void Say(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    private void Listen()
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            var words = line.Split(' ', 2);
            switch (words[0])
            {
                case "address":
                    _address.TrySetResult(words[1]);
                    break;
                case "members":
                    _members = words[1];
                    break;
                case "ended":
                    _ended = words[1];
                    break;
                default:
                    _said.Enqueue(line);
                    break;
            }
        }

        _address.TrySetException(new InvalidOperationException("The process ended before it said its address."));
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{Id}"]);
        kill.WaitForExit();
    }
}
