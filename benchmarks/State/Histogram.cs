namespace Akka.Flink.StateBenchmarks;

/// <summary>How often what took how long, in buckets each 1.19 times as wide as the one before.</summary>
internal sealed class Histogram
{
    private const int Buckets = 160;
    private const int BucketsOfOctave = 4;

    private readonly long[] _counts = new long[Buckets];
    private long _total;

    /// <summary>The longest time.</summary>
    public long WorstNs { get; private set; }

    /// <summary>Counts one.</summary>
    public void Add(long ns)
    {
        WorstNs = Math.Max(WorstNs, ns);
        _total++;
        _counts[Math.Min(Buckets - 1, (int)(Math.Log2(Math.Max(ns, 1)) * BucketsOfOctave))]++;
    }

    /// <summary>The upper bound of the bucket that a fraction of all reaches, in microseconds.</summary>
    public double PercentileUs(double fraction)
    {
        var left = (long)(_total * (1 - fraction));
        for (var i = Buckets - 1; i >= 0; i--)
        {
            left -= _counts[i];
            if (left < 0)
                return Math.Min(WorstNs, Math.Pow(2, (i + 1) / (double)BucketsOfOctave)) / 1000;
        }

        return 0;
    }
}
