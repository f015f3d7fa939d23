namespace Akka.Util;

using System.Diagnostics;

/// <summary>The time since the process loaded this type; it never goes back.</summary>
internal static class MonotonicClock
{
    private static readonly long Origin = Stopwatch.GetTimestamp();

    public static TimeSpan Elapsed => Stopwatch.GetElapsedTime(Origin);
}
