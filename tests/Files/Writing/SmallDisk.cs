namespace Akka.Flink.Files.Tests.Writing;

using System.Diagnostics;

/// <summary>A disk of a few kilobytes, mounted for a test.</summary>
internal sealed class SmallDisk : IDisposable
{
    public SmallDisk(int sizeKilobytes)
    {
        Path = Directory.CreateTempSubdirectory("akka-flink-disk-").FullName;
        if (!Run("mount", "-t", "tmpfs", "-o", $"size={sizeKilobytes}k", "tmpfs", Path))
            throw new InvalidOperationException($"A disk could not be mounted at '{Path}'.");
    }

    public static bool CanMount { get; } = TryMount();

    public string Path { get; }

    public void Dispose()
    {
        Run("umount", "-l", Path);
        Directory.Delete(Path);
    }

    private static bool TryMount()
    {
        if (!OperatingSystem.IsLinux())
            return false;

        try
        {
            using var disk = new SmallDisk(sizeKilobytes: 64);
            return true;
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        return process.WaitForExit(TimeSpan.FromSeconds(10)) && process.ExitCode == 0;
    }
}
