namespace Akka.Flink.Measuring;

using System.Diagnostics;

/// <summary>Microseconds since the epoch that never step back: the wall clock as it was when the process began, and what has elapsed
/// since.</summary>
public static class WallClock
{
    private static readonly long StartUs = DateTimeOffset.UtcNow.Ticks / TimeSpan.TicksPerMicrosecond;
    private static readonly long StartTimestamp = Stopwatch.GetTimestamp();

    /// <summary>The time.</summary>
    public static long NowUs() => StartUs + (Stopwatch.GetElapsedTime(StartTimestamp).Ticks / TimeSpan.TicksPerMicrosecond);
}
