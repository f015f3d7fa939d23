namespace Akka.Flink.Chaos.Tests;

using System.Diagnostics;

/// <summary>Waiting: for something, or for time to pass where the script says so.</summary>
internal static class Pace
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until something holds.</summary>
    /// <param name="holds">What.</param>
    /// <param name="patience">How long at most.</param>
    /// <returns>Whether it holds.</returns>
    public static async Task<bool> WaitForAsync(Func<Task<bool>> holds, TimeSpan patience)
    {
        var began = Stopwatch.GetTimestamp();
        using var steps = new PeriodicTimer(Step);
        while (!await holds())
        {
            if (Stopwatch.GetElapsedTime(began) > patience)
                return false;
            await steps.WaitForNextTickAsync();
        }

        return true;
    }

    /// <summary>Lets time pass.</summary>
    public static async Task HoldAsync(TimeSpan time)
    {
        using var end = new PeriodicTimer(time);
        await end.WaitForNextTickAsync();
    }

    /// <summary>A time between two bounds.</summary>
    public static TimeSpan Between(this Random random, double fromSeconds, double toSeconds) =>
        TimeSpan.FromSeconds(fromSeconds + (random.NextDouble() * (toSeconds - fromSeconds)));
}
