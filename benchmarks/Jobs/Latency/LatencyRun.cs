namespace Akka.Flink.Jobs.Latency;

using System.Globalization;
using Akka.Flink.Jobs.Actors;
using Akka.Flink.Jobs.Engine;
using Akka.Flink.Measuring;
using Akka.Flink.Measuring.Plots;
using Akka.Flink.Operators;
using Akka.Flink.Windowing;

/// <summary><c>window</c> at fixed rates on actors: how late is a result, counted from the end of its window?</summary>
internal static class LatencyRun
{
    private const long Keys = 1_000;
    private const long PauseUs = 1_000;

    private static readonly TimeSpan WindowSize = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    // What is to be kept at a rate: p99, p99.9 and p99.99 in milliseconds, pauses of the machine taken off.
    private static readonly Dictionary<long, string> Goals = new()
    {
        [100_000] = "p99 < 1, p99.9 < 4",
        [1_000_000] = "p99 < 1, p99.9 < 5, p99.99 < 10",
    };

    /// <summary>Measures, and writes the plots.</summary>
    /// <param name="options">What with.</param>
    /// <param name="page">Receives a table.</param>
    public static void Run(LatencyOptions options, TextWriter page)
    {
        Directory.CreateDirectory(options.Plots);
        page.WriteLine($"| events/s, milliseconds | {string.Join(" | ", Percentiles.Names)} | goal |");
        page.WriteLine("|---|---|---|---|---|---|---|");
        var lines = new List<(string Name, Histogram Latencies)>();
        foreach (var rate in options.Rates)
        {
            var result = Measure(rate, options);
            var (latencies, hiccups) = (result.Latencies.Total(), result.Hiccups.Total());
            var name = rate.ToString("N0", CultureInfo.InvariantCulture);
            page.WriteLine($"{Percentiles.Row(name, Percentiles.Of(latencies))} |");
            page.WriteLine($"{Percentiles.Row("hiccup meter", Percentiles.Of(hiccups))} |");
            var (calm, leftOut) = result.Latencies.WithoutPauses(result.Hiccups, PauseUs);
            var head = string.Create(CultureInfo.InvariantCulture, $"without {leftOut:P1} of the time, in which the machine paused");
            page.WriteLine($"{Percentiles.Row(head, Percentiles.Of(calm))} {Goals.GetValueOrDefault(rate)} |");
            lines.Add(($"{name} events/s", latencies));
            lines.Add(($"hiccup meter beside {name}", hiccups));
            Save(options, $"latency-{rate}.svg", LatencyPlots.OverTime(
                $"From the end of a window to its result, {name} events/s", result.Latencies, result.Hiccups, []));
        }

        Save(options, "latency.svg", LatencyPlots.Percentiles("From the end of a window to its result", lines));
    }

    private static LatencyResult Measure(long rate, LatencyOptions options)
    {
        var result = new LatencyResult(rate, new(options.Duration, Interval), new(options.Duration, Interval));
        var events = new PacedEvents(Keys, rate, 0, nowUs =>
        {
            var beginUs = nowUs + (long)options.WarmUp.TotalMicroseconds;
            result.Latencies.Begin(beginUs);
            result.Hiccups.Begin(beginUs);
        });
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment().SetParallelism(1);
        var count = (long)(rate * (options.WarmUp + options.Duration).TotalSeconds);
        environment.FromSource(events.Source(count), WatermarkStrategy.NoWatermarks<PacedEvent>(), "events")
            .KeyBy(e => e.Key)
            .Window(SlidingEventTimeWindows.Of(WindowSize, WindowSize))
            .Aggregate(new AddUpPaced(), (key, window, sum) => new Row(key, sum.Count, sum.Sum, window.End * 1000))
            .SinkTo(new LatencySink(result.Latencies, () => { }));
        using var node = new ActorNode(1, null);
        using var hiccups = new HiccupMeter(result.Hiccups);
        node.Run($"latency-{rate}", environment.CreateJobGraph("latency"));
        return result;
    }

    private static void Save(LatencyOptions options, string name, string svg) =>
        File.WriteAllText(Path.Combine(options.Plots, name), svg);
}
