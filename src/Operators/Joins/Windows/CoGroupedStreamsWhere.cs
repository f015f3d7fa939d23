namespace Akka.Flink;

using Akka.Flink.Operators;

/// <summary>Two streams that are grouped by windows, of which the first one has a key.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <remarks><para><b>Flink.</b> <c>CoGroupedStreams.Where</c>.</para></remarks>
public sealed class CoGroupedStreamsWhere<TFirst, TSecond, TKey>
{
    private readonly DataStream<TFirst> _first;
    private readonly DataStream<TSecond> _second;
    private readonly Func<TFirst, TKey> _firstSelector;

    internal CoGroupedStreamsWhere(DataStream<TFirst> first, DataStream<TSecond> second, Func<TFirst, TKey> firstSelector)
    {
        _first = first;
        _second = second;
        _firstSelector = firstSelector;
    }

    /// <summary>Gives the second stream a key.</summary>
    /// <param name="selector">Gives a record's key; the same whenever it is called.</param>
    /// <returns>Both streams, to be given windows.</returns>
    public CoGroupedStreamsEqualTo<TFirst, TSecond, TKey> EqualTo(Func<TSecond, TKey> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new CoGroupedStreamsEqualTo<TFirst, TSecond, TKey>(
            new KeyedUnion<TFirst, TSecond, TKey>(_first, _second, _firstSelector, selector));
    }
}
