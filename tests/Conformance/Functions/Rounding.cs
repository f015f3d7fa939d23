namespace Akka.Flink.Conformance.Tests;

/// <summary>Rounds times.</summary>
internal static class Rounding
{
    /// <summary>The next multiple of an interval towards positive infinity; a multiple stays.</summary>
    public static long Up(long timestamp, long interval)
    {
        var above = ((timestamp % interval) + interval) % interval;
        return above == 0 ? timestamp : unchecked(timestamp - above + interval);
    }
}
