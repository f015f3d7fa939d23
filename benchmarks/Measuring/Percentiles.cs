namespace Akka.Flink.Measuring;

using System.Globalization;

/// <summary>The percentiles that latencies are told by.</summary>
public static class Percentiles
{
    private static readonly double[] Fractions = [0.5, 0.99, 0.999, 0.9999];

    /// <summary>The heads of columns.</summary>
    public static IReadOnlyList<string> Names { get; } = ["p50", "p99", "p99.9", "p99.99", "max"];

    /// <summary>The percentiles of a histogram, in its unit.</summary>
    /// <param name="histogram">The histogram.</param>
    public static double[] Of(Histogram histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        return [.. Fractions.Select(fraction => (double)histogram.Percentile(fraction)), histogram.Max];
    }

    /// <summary>A row of a page.</summary>
    /// <param name="head">What it is.</param>
    /// <param name="microseconds">Percentiles.</param>
    public static string Row(string head, IEnumerable<double> microseconds) =>
        $"| {head} | {string.Join(" | ", microseconds.Select(each => (each / 1000).ToString("0.000", CultureInfo.InvariantCulture)))} |";
}
