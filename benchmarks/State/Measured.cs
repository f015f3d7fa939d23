namespace Akka.Flink.StateBenchmarks;

using System.Diagnostics;

/// <summary>Times something in many short rounds and gives the lower quartile: on a busy machine long rounds measure the
/// neighbours.</summary>
internal static class Measured
{
    private const int RoundOperations = 16 * Batches.Size;

    public static double NsFor(int operations, int rounds, Action<int> run)
    {
        var begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin).TotalMilliseconds < 600)
            run(RoundOperations);
        var times = new double[Math.Max(32, operations / RoundOperations * rounds)];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            run(RoundOperations);
            times[i] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / RoundOperations;
        }

        Array.Sort(times);
        return times[times.Length / 4];
    }
}
