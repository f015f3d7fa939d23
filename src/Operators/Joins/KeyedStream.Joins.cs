namespace Akka.Flink;

/// <content>Joins.</content>
public sealed partial class KeyedStream<T, TKey>
{
    /// <summary>Joins this stream, the left one, with another one of the same keys by the distance of timestamps.</summary>
    /// <typeparam name="TRight">The type of the right stream.</typeparam>
    /// <param name="right">The right stream.</param>
    /// <returns>The join, to be given its bounds by <see cref="IntervalJoin{TKey, TLeft, TRight}.Between"/>.</returns>
    /// <remarks><para><b>Flink.</b> <c>KeyedStream.intervalJoin</c>.</para></remarks>
    /// <exception cref="JobException">The streams belong to different environments.</exception>
    public IntervalJoin<TKey, T, TRight> IntervalJoin<TRight>(KeyedStream<TRight, TKey> right) => new(Connect(right));
}
