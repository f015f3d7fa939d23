namespace Akka.Flink.Host.Tests.Nodes;

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Akka.Flink.Host.Tests.Cli;

/// <summary>A node in a process of its own, and what it prints.</summary>
internal sealed partial class NodeProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];

    private NodeProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _lines);

    public int Id => _process.Id;

    /// <summary>A node on free ports, with its storage in a folder.</summary>
    public static NodeProcess Start(string folder, params string[] args) =>
        new(CommandLineTool.Start(folder, ["node", "--port", "0", "--rest-port", "0", .. args]));

    public async Task<(string Address, string Url)> UntilUpAsync()
    {
        await UntilAsync("end this node");
        return (Address().Match(Output).Groups[1].Value, Url().Match(Output).Groups[1].Value);
    }

    public async Task UntilAsync(string text)
    {
        var began = Stopwatch.GetTimestamp();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience && !_process.HasExited, $"'{text}' was not said, but:\n{Output}");
            await Task.Delay(20);
        }
    }

    public void Interrupt()
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -INT {_process.Id}"]);
        kill.WaitForExit();
    }

    public async Task<int> EndAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    [GeneratedRegex("Node (\\S+) is up")]
    private static partial Regex Address();

    [GeneratedRegex("OpenAPI   (http://[0-9.:]+),")]
    private static partial Regex Url();
}
