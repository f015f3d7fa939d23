namespace Akka.Flink;

using Akka.Flink.Functions;
using Akka.Flink.Operators;

/// <summary>An interval join with its bounds: a function over the pairs makes a stream of it.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TLeft">The type of the left stream.</typeparam>
/// <typeparam name="TRight">The type of the right stream.</typeparam>
/// <remarks>
/// <para><b>Output.</b> For each record the pairs that it makes with records of the other stream that came before, by their
/// timestamps.</para>
/// <para><b>State.</b> Each record, until the watermark is above the last timestamp that it meets.</para>
/// <para><b>Time.</b> Event time only: a record without timestamp is an error. A record with a timestamp before the watermark is late: it
/// goes to its side output, or is counted and dropped.</para>
/// <para><b>Flink.</b> <c>KeyedStream.IntervalJoined</c>. Flink forgets a record when the watermark reaches the bound and so loses pairs
/// exactly at it; these are found here.</para>
/// </remarks>
public sealed class IntervalJoined<TKey, TLeft, TRight>
{
    private readonly KeyedConnectedStreams<TKey, TLeft, TRight> _streams;
    private readonly IntervalBounds _bounds;
    private bool _isLowerExclusive;
    private bool _isUpperExclusive;
    private OutputTag<TLeft>? _leftLate;
    private OutputTag<TRight>? _rightLate;

    internal IntervalJoined(KeyedConnectedStreams<TKey, TLeft, TRight> streams, IntervalBounds bounds)
    {
        _streams = streams;
        _bounds = bounds;
    }

    /// <summary>Leaves out right records exactly at the lower bound.</summary>
    /// <returns>This join.</returns>
    public IntervalJoined<TKey, TLeft, TRight> LowerBoundExclusive()
    {
        _isLowerExclusive = true;
        return this;
    }

    /// <summary>Leaves out right records exactly at the upper bound.</summary>
    /// <returns>This join.</returns>
    public IntervalJoined<TKey, TLeft, TRight> UpperBoundExclusive()
    {
        _isUpperExclusive = true;
        return this;
    }

    /// <summary>Puts late records of the left stream out instead of dropping them.</summary>
    /// <param name="tag">Names the side output.</param>
    /// <returns>This join.</returns>
    public IntervalJoined<TKey, TLeft, TRight> SideOutputLeftLateData(OutputTag<TLeft> tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        _leftLate = tag;
        return this;
    }

    /// <summary>Puts late records of the right stream out instead of dropping them.</summary>
    /// <param name="tag">Names the side output.</param>
    /// <returns>This join.</returns>
    public IntervalJoined<TKey, TLeft, TRight> SideOutputRightLateData(OutputTag<TRight> tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        _rightLate = tag;
        return this;
    }

    /// <summary>Has a function process each pair.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">The function; each subtask has a shallow copy.</param>
    /// <returns>The stream of what it emits, with the later timestamp of each pair.</returns>
    public SingleOutputStreamOperator<TOut> Process<TOut>(ProcessJoinFunction<TLeft, TRight, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var bounds = new IntervalBounds(_bounds.LowerMs + (_isLowerExclusive ? 1 : 0), _bounds.UpperMs - (_isUpperExclusive ? 1 : 0));
        var options = new IntervalJoinOptions<TLeft, TRight>(bounds, _leftLate, _rightLate);
        return _streams.Add("Interval Join", new IntervalJoinFactory<TKey, TLeft, TRight, TOut>(options, function)
        {
            First = _streams.First.Transformation,
            Second = _streams.Second.Transformation,
            FirstSelector = _streams.First.Selector,
            SecondSelector = _streams.Second.Selector,
        });
    }
}
