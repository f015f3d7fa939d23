namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>A co-map of two delegates.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="first">What becomes of a record of the first stream.</param>
/// <param name="second">What becomes of a record of the second stream.</param>
internal sealed class LambdaCoMap<TFirst, TSecond, TOut>(Func<TFirst, TOut> first, Func<TSecond, TOut> second)
    : ICoMapFunction<TFirst, TSecond, TOut>
{
    public TOut Map1(TFirst value) => first(value);

    public TOut Map2(TSecond value) => second(value);
}
