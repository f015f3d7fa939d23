namespace Akka.Flink.Measuring;

using System.Diagnostics;
using System.Runtime.InteropServices;

/// <summary>The processor time of this thread where the system has it: a busy machine's other programs do not count, the collector's work
/// on this thread does.</summary>
public static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>The processor time so far, in nanoseconds.</summary>
    public static long NowNs()
    {
        if (!OperatingSystem.IsLinux())
            return (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));

        ClockGetTime(ThreadCpuTime, out var time);
        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
