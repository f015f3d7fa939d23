namespace Akka.Flink.Shared.Databases;

using System.Collections.Concurrent;
using System.Diagnostics;

/// <summary>Finds the programs of PostgreSQL and starts them, as a user other than root because they refuse to run as root.</summary>
public static class PostgresBinaries
{
    private const string User = "postgres";
    private const string Installed = "/usr/lib/postgresql";

    private static readonly string? Folder = Candidates().FirstOrDefault(folder =>
        Exists(Path.Combine(folder, "initdb")) && Exists(Path.Combine(folder, "postgres")));

    /// <summary>Why there can be no server here and what to install; null when there can.</summary>
    public static string? MissingReason => Folder is null
        ? $"Neither PATH nor {Installed} has initdb and postgres. Install PostgreSQL, for example: apt-get install postgresql"
        : MissingUser;

    private static bool IsRoot => Environment.UserName == "root";

    private static string? MissingUser => !IsRoot || (File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(IsUser))
        ? null
        : $"The tests run as root, PostgreSQL does not, and there is no user '{User}' to run it as. Add one: useradd --system {User}";

    /// <summary>Starts a program.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="said">Takes the lines of its standard error.</param>
    public static Process Start(string program, string[] arguments, ConcurrentQueue<string?>? said = null)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        string[] words = [.. AsUser(), Path.Combine(Folder!, program), .. arguments];
        start.FileName = words[0];
        foreach (var word in words.Skip(1))
            start.ArgumentList.Add(word);

        var process = Process.Start(start)!;
        if (said is not null)
            process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Lets the server write to a folder.</summary>
    public static void GiveFolder(string path)
    {
        if (IsRoot)
            Process.Start("chown", [User, path]).WaitForExit();
    }

    /// <summary>Replaces itself by the program, so that the server is the process that was started.</summary>
    private static string[] AsUser() => IsRoot ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups"] : [];

    /// <summary>A link that leads nowhere exists for <see cref="File.Exists"/>.</summary>
    private static bool Exists(string program) =>
        File.Exists(program) && (File.ResolveLinkTarget(program, returnFinalTarget: true)?.Exists ?? true);

    private static bool IsUser(string line) => line.StartsWith($"{User}:", StringComparison.Ordinal);

    private static IEnumerable<string> Candidates()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var installed = Directory.Exists(Installed) ? Directory.GetDirectories(Installed) : [];
        return path.Concat(installed.OrderDescending().Select(version => Path.Combine(version, "bin")));
    }
}
