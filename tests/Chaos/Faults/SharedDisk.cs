namespace Akka.Flink.Chaos.Tests.Faults;

using System.Diagnostics;

/// <summary>What the nodes share lies on a small disk of its own, a file that is mounted, where this process may mount one: in a mount
/// namespace that ends with it.</summary>
internal sealed class SharedDisk : IDisposable
{
    /// <summary>Set by who has started this process in a mount namespace of its own.</summary>
    public const string Allowed = "AKKA_FLINK_CHAOS_MOUNTS";

    private const long SizeBytes = 192 << 20;

    private readonly bool _isMounted;

    /// <param name="folder">The run's folder.</param>
    public SharedDisk(string folder)
    {
        Folder = Path.Combine(folder, "shared");
        Directory.CreateDirectory(Folder);
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable(Allowed) != "1")
        {
            Missing = "this process may not mount a disk (Linux, root and 'unshare --mount' are needed)";
            return;
        }

        var image = Path.Combine(folder, "shared.img");
        using (var file = File.Create(image))
            file.SetLength(SizeBytes);
        Missing = Run("mkfs.ext4", "-q", "-m", "0", image) ?? Run("mount", "-o", "loop", image, Folder);
        _isMounted = Missing is null;
    }

    /// <summary>Why it is a folder like any other; null when it is a disk of its own.</summary>
    public string? Missing { get; }

    /// <summary>Where it is.</summary>
    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    /// <summary>Writes until nothing more fits.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var block = new byte[1 << 20]; block.Length >= 512; block = new byte[block.Length / 2])
            FillWith(file, block);
    }

    /// <summary>Makes room again.</summary>
    public void Empty() => File.Delete(Filler);

    /// <summary>Holds up whoever writes.</summary>
    public void Freeze() => Demand(Run("fsfreeze", "--freeze", Folder));

    /// <summary>Lets them go on.</summary>
    public void Thaw() => Demand(Run("fsfreeze", "--unfreeze", Folder));

    public void Dispose()
    {
        if (_isMounted)
            Run("umount", "--lazy", Folder);
    }

    private static void FillWith(FileStream file, byte[] block)
    {
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            return;   // this much does not fit any more
        }
    }

    private static void Demand(string? failure)
    {
        if (failure is not null)
            throw new InvalidOperationException(failure);
    }

    // What went wrong, or null.
    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"'{program}' failed: {error.Trim()}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return $"'{program}' is not there";
        }
    }
}
