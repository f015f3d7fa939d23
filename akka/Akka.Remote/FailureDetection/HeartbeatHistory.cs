namespace Akka.Remote;

/// <summary>The last intervals between heartbeats with their mean and deviation; immutable, so that it can be swapped whole.</summary>
internal sealed class HeartbeatHistory
{
    private readonly int _maxSampleSize;
    private readonly long[] _intervals;
    private readonly long _sum;
    private readonly double _squaredSum;

    private HeartbeatHistory(int maxSampleSize, long[] intervals, long sum, double squaredSum)
    {
        _maxSampleSize = maxSampleSize;
        _intervals = intervals;
        _sum = sum;
        _squaredSum = squaredSum;
    }

    public double Mean => (double)_sum / _intervals.Length;

    public double StdDeviation => Math.Sqrt(Math.Max(0, (_squaredSum / _intervals.Length) - (Mean * Mean)));

    public static HeartbeatHistory Empty(int maxSampleSize) => new(maxSampleSize, [], 0, 0);

    public HeartbeatHistory Add(long interval)
    {
        var oldest = _intervals.Length >= _maxSampleSize ? 1 : 0;
        var dropped = oldest == 1 ? _intervals[0] : 0;
        return new HeartbeatHistory(
            _maxSampleSize,
            [.. _intervals.AsSpan(oldest), interval],
            _sum + interval - dropped,
            _squaredSum + ((double)interval * interval) - ((double)dropped * dropped));
    }
}
