namespace Akka.Flink.Measuring;

/// <summary>Latencies over time: a histogram for each interval of the time that is measured. What comes before or after is left
/// out.</summary>
/// <remarks><para><b>Threads.</b> One adds; another may begin it, and read it once it is over.</para></remarks>
public sealed class LatencySeries
{
    private readonly Histogram[] _intervals;
    private long _beginUs = long.MaxValue;

    /// <summary>A series that has not begun.</summary>
    /// <param name="duration">How long it lasts.</param>
    /// <param name="interval">How long an interval is.</param>
    public LatencySeries(TimeSpan duration, TimeSpan interval)
    {
        IntervalUs = (long)interval.TotalMicroseconds;
        _intervals = new Histogram[(int)Math.Ceiling(duration / interval)];
        for (var i = 0; i < _intervals.Length; i++)
            _intervals[i] = new Histogram();
    }

    /// <summary>How long an interval is.</summary>
    public long IntervalUs { get; }

    /// <summary>When it began, by <see cref="WallClock"/>.</summary>
    public long BeginUs => Volatile.Read(ref _beginUs);

    /// <summary>When it ends.</summary>
    public long EndUs => BeginUs + (IntervalUs * _intervals.Length);

    /// <summary>The histograms of the intervals, in microseconds.</summary>
    public IReadOnlyList<Histogram> Intervals => _intervals;

    /// <summary>Begins to count.</summary>
    /// <param name="atUs">From when on.</param>
    public void Begin(long atUs) => Volatile.Write(ref _beginUs, atUs);

    /// <summary>Counts a latency.</summary>
    /// <param name="atUs">When it was seen.</param>
    /// <param name="latencyUs">The latency.</param>
    public void Add(long atUs, long latencyUs)
    {
        var begin = Volatile.Read(ref _beginUs);
        if (atUs < begin)
            return;

        var interval = (atUs - begin) / IntervalUs;
        if (interval < _intervals.Length)
            _intervals[interval].Add(latencyUs);
    }

    /// <summary>All latencies.</summary>
    public Histogram Total() => Sum(_ => true);

    /// <summary>The latencies of some intervals.</summary>
    /// <param name="isIn">Whether an interval counts, by when it begins.</param>
    public Histogram Sum(Func<long, bool> isIn)
    {
        ArgumentNullException.ThrowIfNull(isIn);
        var sum = new Histogram();
        for (var i = 0; i < _intervals.Length; i++)
        {
            if (isIn(BeginUs + (i * IntervalUs)))
                sum.Add(_intervals[i]);
        }

        return sum;
    }

    /// <summary>What was added in intervals in which the machine did not pause, nor in the one before them.</summary>
    /// <param name="hiccups">What a meter showed in the same intervals.</param>
    /// <param name="limitUs">From which on it was a pause.</param>
    /// <returns>The latencies, and which part of the intervals was left out, 0 to 1.</returns>
    public (Histogram Latencies, double LeftOut) WithoutPauses(LatencySeries hiccups, long limitUs)
    {
        ArgumentNullException.ThrowIfNull(hiccups);
        var sum = new Histogram();
        var leftOut = 0;
        for (var i = 0; i < _intervals.Length; i++)
        {
            if (hiccups._intervals[i].Max < limitUs && (i == 0 || hiccups._intervals[i - 1].Max < limitUs))
                sum.Add(_intervals[i]);
            else
                leftOut++;
        }

        return (sum, (double)leftOut / _intervals.Length);
    }
}
