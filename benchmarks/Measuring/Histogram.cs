namespace Akka.Flink.Measuring;

using System.Numerics;

/// <summary>How often what took how long: every value is told to within one part in 128 of itself, whatever its size.</summary>
/// <remarks>Buckets of the same width within a power of two, as in HdrHistogram: adding is a shift and an increment, and nothing is
/// allocated.</remarks>
public sealed class Histogram
{
    private const int Bits = 7;   // of a value that are kept
    private const int Parts = 1 << Bits;

    private readonly long[] _counts = new long[(64 - Bits) << Bits];

    /// <summary>How many values there are.</summary>
    public long Count { get; private set; }

    /// <summary>The largest value; 0 without any.</summary>
    public long Max { get; private set; }

    /// <summary>Counts a value; a negative one counts as 0.</summary>
    public void Add(long value, long times = 1)
    {
        var positive = Math.Max(value, 0);
        _counts[BucketOf(positive)] += times;
        Count += times;
        Max = Math.Max(Max, positive);
    }

    /// <summary>Counts all values of another histogram.</summary>
    public void Add(Histogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var i = 0; i < _counts.Length; i++)
            _counts[i] += other._counts[i];
        Count += other.Count;
        Max = Math.Max(Max, other.Max);
    }

    /// <summary>The value that a fraction of all do not exceed, or at most one part in 128 more; 0 without values.</summary>
    public long Percentile(double fraction)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(fraction * Count));
        long seen = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= rank)
                return Math.Min(Max, LastOf(i));
        }

        return Max;
    }

    /// <summary>Forgets all values.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        (Count, Max) = (0, 0);
    }

    // Below the first power of two that has them all, each value has its own bucket.
    private static int BucketOf(long value)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)value | 1) - Bits);
        return (shift << Bits) + (int)(value >> shift);
    }

    private static long LastOf(int bucket)
    {
        if (bucket < 2 * Parts)
            return bucket;

        var shift = (bucket >> Bits) - 1;
        return ((long)(bucket - (shift << Bits) + 1) << shift) - 1;
    }
}
