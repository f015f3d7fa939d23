namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>Two streams with keys that are to become one in front of a window operator.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <param name="First">The first stream.</param>
/// <param name="Second">The second stream.</param>
/// <param name="FirstSelector">Gives the key of a record of the first stream.</param>
/// <param name="SecondSelector">Gives the key of a record of the second stream.</param>
internal sealed record KeyedUnion<TFirst, TSecond, TKey>(
    DataStream<TFirst> First, DataStream<TSecond> Second, Func<TFirst, TKey> FirstSelector, Func<TSecond, TKey> SecondSelector)
{
    /// <summary>The one stream.</summary>
    /// <param name="name">What is done with it, for names.</param>
    public KeyedStream<TaggedUnion<TFirst, TSecond>, TKey> ToStream(string name)
    {
        var (first, second) = (FirstSelector, SecondSelector);
        return First.Map(TaggedUnion<TFirst, TSecond>.OfFirst).Name($"{name} First")
            .Union(Second.Map(TaggedUnion<TFirst, TSecond>.OfSecond).Name($"{name} Second"))
            .KeyBy(record => record.IsFirst ? first(record.First) : second(record.Second));
    }
}
