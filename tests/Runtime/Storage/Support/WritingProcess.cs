namespace Akka.Flink.Runtime.Tests.Storage.Support;

using System.Diagnostics;
using System.Globalization;

/// <summary>A real process that writes chunks until something ends it, and prints which are safe.</summary>
internal sealed class WritingProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private WritingProcess(params string[] words)
    {
        var start = new ProcessStartInfo(words[0]) { RedirectStandardOutput = true };
        foreach (var word in words.Skip(1))
            start.ArgumentList.Add(word);
        _process = Process.Start(start)!;
    }

    public int Id => _process.Id;

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Akka.Flink.Runtime.Crash.dll");

    public static WritingProcess Start(string kind, string folder, SegmentId segment, int chunkSize) =>
        new("dotnet", Program, kind, folder, segment.Value, $"{chunkSize}");

    /// <summary>Starts it where the folder is a disk of a few megabytes, whose files are copied to another folder at the end.</summary>
    public static WritingProcess StartOnSmallDisk(string kind, string folder, string copyTo, SegmentId segment, int chunkSize)
    {
        var command =
            $"mkdir -p '{folder}' '{copyTo}' && mount -t tmpfs -o size=6m tmpfs '{folder}' && " +
            $"dotnet '{Program}' {kind} '{folder}' {segment} {chunkSize}; cp '{folder}'/* '{copyTo}'";
        return new WritingProcess("unshare", "--mount", "sh", "-c", command);
    }

    /// <summary>Reads until the store is open, and returns what the process said before, such as its cluster.</summary>
    public string ReadUntilOpen()
    {
        var before = "";
        while (ReadLine() is { } line && line != "open")
        {
            Assert.True(line.Length > 0);
            before = line;
        }

        return before;
    }

    public long ReadUntilSafe(long number)
    {
        var safe = 0L;
        while (safe < number)
            safe = SafeNumber(ReadLine() ?? throw new EndOfStreamException($"The process ended after chunk {safe}.")) ?? safe;
        return safe;
    }

    /// <summary>Kills it as the system would for want of memory; returns the last chunk it had said to be safe.</summary>
    public long Kill(long safe)
    {
        _process.Kill();
        while (ReadLine() is { } line)
            safe = SafeNumber(line) ?? safe;
        Assert.True(_process.WaitForExit(Patience), "The process could not be killed.");
        return safe;
    }

    /// <summary>Reads to the end of its output: the last safe chunk, and every failure.</summary>
    public (long Safe, List<string> Failures) ReadUntilFailed()
    {
        var safe = 0L;
        var failures = new List<string>();
        while (ReadLine() is { } line)
        {
            safe = SafeNumber(line) ?? safe;
            if (line.StartsWith("failed ", StringComparison.Ordinal))
                failures.Add(line);
        }

        Assert.True(_process.WaitForExit(Patience), "The process did not end after the failure.");
        return (safe, failures);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    /// <summary>The number of a whole line; the last one may be cut off by the end of the process.</summary>
    private static long? SafeNumber(string line) =>
        line.StartsWith("safe ", StringComparison.Ordinal) && long.TryParse(line.AsSpan(5), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private string? ReadLine() => _process.StandardOutput.ReadLineAsync().WaitAsync(Patience).GetAwaiter().GetResult();
}
