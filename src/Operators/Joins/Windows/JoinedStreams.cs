namespace Akka.Flink;

/// <summary>Two streams that are joined by windows, of which none has a key yet.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <remarks><para><b>Flink.</b> <c>JoinedStreams</c>.</para></remarks>
public sealed class JoinedStreams<TFirst, TSecond>
{
    private readonly DataStream<TFirst> _first;
    private readonly DataStream<TSecond> _second;

    internal JoinedStreams(DataStream<TFirst> first, DataStream<TSecond> second)
    {
        _first = first;
        _second = second;
    }

    /// <summary>Gives the first stream a key.</summary>
    /// <typeparam name="TKey">The key's type; see <see cref="State.KeyCodecs"/>.</typeparam>
    /// <param name="selector">Gives a record's key; the same whenever it is called.</param>
    /// <returns>Both streams, to be given the other key by <see cref="JoinedStreamsWhere{TFirst, TSecond, TKey}.EqualTo"/>.</returns>
    /// <exception cref="State.StateException"><typeparamref name="TKey"/> cannot be a key.</exception>
    public JoinedStreamsWhere<TFirst, TSecond, TKey> Where<TKey>(Func<TFirst, TKey> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        State.KeyCodecs.Check(typeof(TKey));
        return new JoinedStreamsWhere<TFirst, TSecond, TKey>(_first, _second, selector);
    }
}
