namespace Akka.Flink.Host.Nodes;

using System.Diagnostics;

/// <summary>A node that was started in the background on this host, by the files in its folder.</summary>
/// <remarks>The folder has <c>process.json</c> (what was started), <c>node.json</c> (where it is, once it is up) and
/// <c>log.txt</c>.</remarks>
internal sealed class LocalNode
{
    private const string ProcessFile = "process.json";
    private const string MarkFile = "node.json";

    // Readers of /proc compute it from the time since the start of the machine, each a little differently.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private readonly DirectoryInfo _folder;

    /// <summary>A node by its folder.</summary>
    /// <param name="folder">The folder.</param>
    public LocalNode(DirectoryInfo folder) => _folder = folder;

    /// <summary>What it is called: the folder's name.</summary>
    public string Name => _folder.Name;

    /// <summary>What it printed.</summary>
    public string Log => Path.Combine(_folder.FullName, "log.txt");

    /// <summary>What was started; null when nothing was, or it was cleared away.</summary>
    public NodeMark? Started => NodeMark.Read(Path.Combine(_folder.FullName, ProcessFile));

    /// <summary>Where it is; null until it is up.</summary>
    public NodeMark? Mark => NodeMark.Read(Path.Combine(_folder.FullName, MarkFile));

    /// <summary>The file that the node writes when it is up.</summary>
    public string MarkPath => Path.Combine(_folder.FullName, MarkFile);

    /// <summary>Its process, if it runs and is the one that was started.</summary>
    public Process? Find()
    {
        if (Started is not { } started)
            return null;

        try
        {
            var process = Process.GetProcessById(started.ProcessId);
            if ((new DateTimeOffset(process.StartTime) - started.StartedAt).Duration() < Tolerance && !process.HasExited)
                return process;

            process.Dispose();
            return null;
        }
        catch (Exception cause) when (cause is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;   // no such process, or it ended just now
        }
    }

    /// <summary>Starts it; what it prints goes to its log.</summary>
    /// <param name="arguments">The arguments of <c>akka-flink</c>.</param>
    public void Start(IReadOnlyList<string> arguments)
    {
        _folder.Create();
        Forget();
        // A session of its own: the terminal's Ctrl-C is not for it.
        const string script =
            "if command -v setsid >/dev/null; then exec setsid \"$0\" \"$@\"; else exec \"$0\" \"$@\"; fi " +
            "</dev/null >>\"$AKKA_FLINK_LOG\" 2>&1";
        var start = new ProcessStartInfo("/bin/sh", ["-c", script, .. Command(), .. arguments]) { UseShellExecute = false };
        start.Environment["AKKA_FLINK_LOG"] = Log;
        using var process = Process.Start(start)!;
        new NodeMark(process.Id, new DateTimeOffset(process.StartTime), null, null).Write(Path.Combine(_folder.FullName, ProcessFile));
    }

    /// <summary>Clears away what says that it runs; the log stays.</summary>
    public void Forget()
    {
        File.Delete(MarkPath);
        File.Delete(Path.Combine(_folder.FullName, ProcessFile));
    }

    /// <summary>Asks it to leave its cluster and end.</summary>
    /// <param name="process">Its process.</param>
    public static void AskToEnd(Process process)
    {
        using var kill = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"kill -TERM {process.Id}"]) { UseShellExecute = false })!;
        kill.WaitForExit();
    }

    /// <summary>The last lines that it printed.</summary>
    /// <param name="count">How many at most.</param>
    public string LastLines(int count) =>
        File.Exists(Log) ? string.Join(Environment.NewLine, File.ReadLines(Log).TakeLast(count)) : "";

    // Either a program of its own, or 'dotnet program.dll'.
    private static string[] Command()
    {
        var assembly = typeof(LocalNode).Assembly.Location;
        var program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet" ? [program, assembly] : [program];
    }
}
