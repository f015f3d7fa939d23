namespace Akka.Flink.Shared.Databases;

using System.Diagnostics;

/// <summary>A fact that needs a disk of a few megabytes; skipped, with the reason, where this user may not mount one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> CanMount = new(TryMount);

    public SmallDiskFactAttribute()
    {
        if (!CanMount.Value)
            Skip = "A small disk could not be mounted. Run the tests on Linux as root, with unshare and mount allowed.";
    }

    private static bool TryMount()
    {
        if (!OperatingSystem.IsLinux())
            return false;

        try
        {
            string[] arguments = ["--mount", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", Path.GetTempPath()];
            using var process = Process.Start(new ProcessStartInfo("unshare", arguments) { RedirectStandardError = true })!;
            return process.WaitForExit(TimeSpan.FromSeconds(10)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
