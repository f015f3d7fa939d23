namespace Akka.Pattern;

using Akka.Util;

/// <summary>The time before the next attempt: doubled each time up to a bound, and spread by chance.</summary>
internal static class BackoffDelay
{
    public static TimeSpan Calculate(int restartCount, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor)
    {
        var spread = 1.0 + (ThreadLocalRandom.Current.NextDouble() * randomFactor);
        var ticks = restartCount >= 30
            ? maxBackoff.Ticks
            : Math.Min(maxBackoff.Ticks, minBackoff.Ticks * Math.Pow(2, restartCount));

        var spreadTicks = ticks * spread;
        return spreadTicks >= TimeSpan.MaxValue.Ticks ? maxBackoff : TimeSpan.FromTicks((long)spreadTicks);
    }
}
