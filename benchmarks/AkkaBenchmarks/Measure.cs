namespace Akka.Flink.AkkaBenchmarks;

using System.Diagnostics;

/// <summary>Repeats a measurement and takes the median, which noise from outside moves least.</summary>
internal static class Measure
{
    private const int Runs = 5;

    /// <summary>The median rate of five runs, after one that warms up.</summary>
    /// <param name="count">How many things one run handles.</param>
    /// <param name="run">One run, from the first thing to the last.</param>
    /// <returns>Things for each second.</returns>
    public static async Task<double> RateAsync(long count, Func<Task> run)
    {
        await run();
        var rates = new double[Runs];
        for (var i = 0; i < Runs; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await run();
            rates[i] = count / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        Array.Sort(rates);
        return rates[Runs / 2];
    }
}
