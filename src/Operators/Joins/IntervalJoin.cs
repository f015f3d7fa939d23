namespace Akka.Flink;

using Akka.Flink.Operators;
using Akka.Flink.Windowing;

/// <summary>An interval join that has no bounds yet.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TLeft">The type of the left stream.</typeparam>
/// <typeparam name="TRight">The type of the right stream.</typeparam>
/// <remarks><para><b>Flink.</b> <c>KeyedStream.IntervalJoin</c>.</para></remarks>
public sealed class IntervalJoin<TKey, TLeft, TRight>
{
    private readonly KeyedConnectedStreams<TKey, TLeft, TRight> _streams;

    internal IntervalJoin(KeyedConnectedStreams<TKey, TLeft, TRight> streams) => _streams = streams;

    /// <summary>Joins a left record with the right ones of its key whose timestamps lie between its own plus a lower and its own plus an
    /// upper bound.</summary>
    /// <param name="lower">The lower bound, inclusive; may be negative.</param>
    /// <param name="upper">The upper bound, inclusive; not less than <paramref name="lower"/>.</param>
    /// <returns>The join, to be given a function.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not a number of whole milliseconds.</exception>
    /// <exception cref="ArgumentException"><paramref name="lower"/> is larger than <paramref name="upper"/>.</exception>
    public IntervalJoined<TKey, TLeft, TRight> Between(TimeSpan lower, TimeSpan upper)
    {
        if (lower > upper)
            throw WindowErrors.BoundsReversed(lower, upper);

        var bounds = new IntervalBounds(WindowErrors.CheckBound(nameof(lower), lower), WindowErrors.CheckBound(nameof(upper), upper));
        return new IntervalJoined<TKey, TLeft, TRight>(_streams, bounds);
    }
}
