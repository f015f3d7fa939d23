namespace Akka.Flink.Measuring;

using System.Diagnostics;

/// <summary>The largest resident memory of this process.</summary>
public static class PeakMemory
{
    private const string ClearRefs = "/proc/self/clear_refs";
    private const string ForgetPeak = "5";

    /// <summary>Forgets the largest so far, where the system can.</summary>
    public static void Reset()
    {
        if (File.Exists(ClearRefs))
            File.WriteAllText(ClearRefs, ForgetPeak);
    }

    /// <summary>The largest since it was reset, in megabytes.</summary>
    public static double Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}
