namespace Akka.Flink.Shared.Processes;

using System.Globalization;
using System.Runtime.InteropServices;

/// <summary>A shell without job control starts what runs in the background with SIGINT ignored, and its children inherit that: a run of
/// the tests in the background would start processes that cannot be interrupted.</summary>
internal static partial class InheritedSignals
{
    private const int Interrupt = 2;
    private const string Ignored = "SigIgn:";

    /// <summary>Lets children be interrupted. Where the signal is not ignored nothing is done.</summary>
    public static void LetChildrenBeInterrupted()
    {
        if (OperatingSystem.IsLinux() && IsIgnored(Interrupt))
            _ = SetHandler(Interrupt, IntPtr.Zero);
    }

    private static bool IsIgnored(int signal)
    {
        var mask = File.ReadLines("/proc/self/status").First(line => line.StartsWith(Ignored, StringComparison.Ordinal))[Ignored.Length..];
        return (ulong.Parse(mask.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (signal - 1) & 1) == 1;
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial IntPtr SetHandler(int signal, IntPtr handler);
}
