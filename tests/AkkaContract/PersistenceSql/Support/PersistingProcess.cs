namespace Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

using System.Diagnostics;
using System.Globalization;

/// <summary>A real process that persists events until something ends it, and prints which are safe.</summary>
public sealed class PersistingProcess : IDisposable
{
    public const string PersistenceId = "chatterbox";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private PersistingProcess(params string[] words)
    {
        var start = new ProcessStartInfo(words[0]) { RedirectStandardOutput = true };
        foreach (var word in words.Skip(1))
            start.ArgumentList.Add(word);
        _process = Process.Start(start)!;
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Akka.Flink.AkkaContract.Crash.dll");

    public static PersistingProcess Start(TemporaryFolder folder, string database, int eventSize) =>
        new("dotnet", Program, WriteConfiguration(folder, database), PersistenceId, $"{eventSize}");

    /// <summary>Starts it where the database's folder is a disk of a few megabytes, whose files are copied back at the end.</summary>
    public static PersistingProcess StartOnSmallDisk(TemporaryFolder folder, string database, int eventSize)
    {
        var disk = Directory.CreateDirectory(folder.File("disk")).FullName;
        var there = Path.Combine(disk, Path.GetFileName(database));
        var command =
            $"mount -t tmpfs -o size=4m tmpfs '{disk}' && " +
            $"dotnet '{Program}' '{WriteConfiguration(folder, there)}' {PersistenceId} {eventSize}; cp '{there}'* '{folder.Path}'";
        return new PersistingProcess("unshare", "--mount", "sh", "-c", command);
    }

    public long ReadUntilSafe(long sequenceNr)
    {
        var safe = 0L;
        while (safe < sequenceNr)
            safe = SafeNumber(ReadLine() ?? throw new EndOfStreamException($"The process ended after event {safe}.")) ?? safe;
        return safe;
    }

    /// <summary>Kills it as the system would for want of memory; returns the last event it had said to be safe.</summary>
    public long Kill(long safe)
    {
        _process.Kill();
        while (ReadLine() is { } line)
            safe = SafeNumber(line) ?? safe;
        Assert.True(_process.WaitForExit(Patience), "The process could not be killed.");
        return safe;
    }

    /// <summary>Reads to the end of its output: the last safe event, and why it failed.</summary>
    public (long Safe, string Failure) ReadUntilFailed()
    {
        var safe = 0L;
        var failure = "";
        while (ReadLine() is { } line)
        {
            safe = SafeNumber(line) ?? safe;
            if (line.StartsWith("failed ", StringComparison.Ordinal))
                failure = line;
        }

        Assert.True(_process.WaitForExit(Patience), "The process did not end after the failure.");
        return (safe, failure);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static string WriteConfiguration(TemporaryFolder folder, string database)
    {
        var file = folder.File("crash.conf");
        File.WriteAllText(file, $$"""
            akka.loglevel = OFF
            akka.stdout-loglevel = OFF
            akka.persistence.journal.plugin = "akka.persistence.journal.sql"
            {{SqlSystem.Configuration("SQLite.MS", $"Data Source={database}")}}
            """);
        return file;
    }

    /// <summary>The number of a whole line; the last one may be cut off by the end of the process.</summary>
    private static long? SafeNumber(string line) =>
        line.StartsWith("safe ", StringComparison.Ordinal) && long.TryParse(line.AsSpan(5), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private string? ReadLine() => _process.StandardOutput.ReadLineAsync().WaitAsync(Patience).GetAwaiter().GetResult();
}
