namespace Akka.Flink.EndToEnd.Tests.Support;

using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using Akka.Flink.Shared.Processes;

/// <summary>A process of <c>akka-flink</c>, with what it says.</summary>
internal sealed class EngineProcess : IDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _unread = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _error = new();
    private readonly Task<string> _output;
    private readonly Task _reading;
    private readonly string? _log;

    /// <param name="start">What starts it.</param>
    /// <param name="log">A file for what it says as well; null for none.</param>
    public EngineProcess(ProcessStartInfo start, string? log = null)
    {
        _log = log;
        InheritedSignals.LetChildrenBeInterrupted();
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _reading = ReadAsync();
    }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>What it has ended with.</summary>
    public int ExitCode => _process.ExitCode;
    /// <summary>What it has said on standard error.</summary>
    public string Said => Error();

    /// <summary>Waits for a line of standard error.</summary>
    /// <param name="part">What is in it.</param>
    /// <param name="patience">How long.</param>
    /// <returns>The line.</returns>
    public async Task<string> WaitForLineAsync(string part, TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        try
        {
            await foreach (var line in _unread.Reader.ReadAllAsync(deadline.Token))
            {
                if (line.Contains(part, StringComparison.Ordinal))
                    return line;
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"'{part}' was not said within {patience}, but:{Environment.NewLine}{Error()}");
        }

        throw new InvalidOperationException($"The process ended without saying '{part}', but:{Environment.NewLine}{Error()}");
    }

    /// <summary>Waits for the end.</summary>
    /// <param name="patience">How long.</param>
    /// <returns>Whether it came.</returns>
    public async Task<bool> EndsWithinAsync(TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Waits for the end.</summary>
    /// <param name="patience">How long at most.</param>
    public async Task<EngineResult> WaitForEndAsync(TimeSpan patience)
    {
        if (!await EndsWithinAsync(patience))
        {
            Kill();
            throw new TimeoutException($"The process did not end within {patience}. It said:{Environment.NewLine}{Error()}");
        }

        await _reading;
        return new EngineResult(_process.ExitCode, await _output, Error());
    }

    /// <summary>Kills it: SIGKILL.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Sends a signal.</summary>
    /// <param name="name">Such as <c>INT</c>.</param>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private string Error()
    {
        lock (_error)
            return _error.ToString();
    }

    private async Task ReadAsync()
    {
        using var log = _log is null ? null : new StreamWriter(_log) { AutoFlush = true };
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            log?.WriteLine(line);
            lock (_error)
                _error.AppendLine(line);
            _unread.Writer.TryWrite(line);
        }

        _unread.Writer.Complete();
    }
}
