namespace Akka.Flink.AkkaContract.Tests.Remoting;

using System.Diagnostics;

/// <summary>A process of its own with an actor system in it, whose actor <c>/user/echo</c> sends back what it gets.</summary>
internal sealed class RemoteProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _configFile = Path.GetTempFileName();

    public RemoteProcess(string config)
    {
        File.WriteAllText(_configFile, config);
        var program = Path.Combine(AppContext.BaseDirectory, "Akka.Flink.AkkaContract.Crash.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [program, "remote", _configFile]) { RedirectStandardOutput = true })!;
        EchoPath = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The process ended before it said its path.");
    }

    /// <summary>The path of its actor, with address and uid.</summary>
    public string EchoPath { get; }

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill() => Signal("KILL");

    /// <summary>Stops it in the middle of whatever it does.</summary>
    public void Freeze() => Signal("STOP");

    /// <summary>Lets it go on after <see cref="Freeze"/>.</summary>
    public void Thaw() => Signal("CONT");

    public void Dispose()
    {
        Kill();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(_configFile);
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }
}
