namespace Akka.Flink.Measuring.Plots;

/// <summary>The two plots of latencies.</summary>
public static class LatencyPlots
{
    private const double UsOfMs = 1000;
    private const double LeastMs = 0.01;

    private static readonly (double Value, string Label)[] Nines =
        [(1, "0"), (10, "90 %"), (100, "99 %"), (1_000, "99.9 %"), (10_000, "99.99 %"), (100_000, "99.999 %")];

    /// <summary>How many are how late: fractions along the bottom, stretched towards the slowest.</summary>
    /// <param name="title">What stands above it.</param>
    /// <param name="lines">Histograms in microseconds, with names.</param>
    public static string Percentiles(string title, IReadOnlyList<(string Name, Histogram Latencies)> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var maxMs = lines.Max(line => line.Latencies.Max) / UsOfMs;
        var chart = new LineChart(
            title, new Axis("part of all", 1, 100_000, true, Nines), Axis.PowersOfTen("milliseconds", LeastMs, Math.Max(maxMs, 1)));
        foreach (var (name, latencies) in lines)
        {
            var points = new List<(double X, double Y)>();
            for (var left = 1.0; left <= 100_000; left *= 1.1)
                points.Add((left, Math.Max(LeastMs, latencies.Percentile(1 - (1 / left)) / UsOfMs)));
            chart.AddLine(name, points);
        }

        return chart.ToSvg();
    }

    /// <summary>How late they are over time: percentile and largest of each interval.</summary>
    /// <param name="title">What stands above it.</param>
    /// <param name="series">The latencies.</param>
    /// <param name="hiccups">What the machine adds.</param>
    /// <param name="marked">Stretches to mark, by <see cref="WallClock"/>.</param>
    public static string OverTime(
        string title, LatencySeries series, LatencySeries hiccups, IReadOnlyList<(long FromUs, long ToUs)> marked)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(hiccups);
        ArgumentNullException.ThrowIfNull(marked);
        var seconds = series.Intervals.Count * series.IntervalUs / 1e6;
        var maxMs = Math.Max(1, series.Intervals.Max(interval => interval.Max) / UsOfMs);
        var chart = new LineChart(
            title,
            Axis.Linear("seconds", seconds, Math.Max(1, Math.Round(seconds / 12))),
            Axis.PowersOfTen("milliseconds", LeastMs, maxMs));
        foreach (var (fromUs, toUs) in marked)
            chart.AddBand((fromUs - series.BeginUs) / 1e6, (toUs - series.BeginUs) / 1e6);
        chart.AddLine("largest", PointsOf(series, interval => interval.Max));
        chart.AddLine("p99", PointsOf(series, interval => interval.Percentile(0.99)));
        chart.AddLine("median", PointsOf(series, interval => interval.Percentile(0.5)));
        chart.AddLine("hiccup meter, largest", PointsOf(hiccups, interval => interval.Max));
        return chart.ToSvg();
    }

    private static List<(double X, double Y)> PointsOf(LatencySeries series, Func<Histogram, long> figure)
    {
        var points = new List<(double X, double Y)>();
        for (var i = 0; i < series.Intervals.Count; i++)
        {
            if (series.Intervals[i].Count > 0)
                points.Add((i * series.IntervalUs / 1e6, Math.Max(LeastMs, figure(series.Intervals[i]) / UsOfMs)));
        }

        return points;
    }
}
