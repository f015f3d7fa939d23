namespace Akka.Flink;

/// <summary>Adds elements to an accumulator and reads results from it.</summary>
/// <typeparam name="TIn">The type of elements.</typeparam>
/// <typeparam name="TAccumulator">The type of accumulators; it needs a type serializer, for it is state.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <remarks>
/// <para>An accumulator may be changed in place and returned, or replaced. Results must not alias it. Merging is associative: session
/// windows merge when they meet, and sliding windows share panes that are merged when a window fires.</para>
/// <para><b>Flink.</b> <c>AggregateFunction</c>.</para>
/// </remarks>
public interface IAggregateFunction<in TIn, TAccumulator, out TOut>
{
    /// <summary>A new accumulator, to which nothing was added.</summary>
    TAccumulator CreateAccumulator();

    /// <summary>Adds an element.</summary>
    /// <param name="value">The element.</param>
    /// <param name="accumulator">What was added before.</param>
    /// <returns>The accumulator with the element; it may be the one given.</returns>
    TAccumulator Add(TIn value, TAccumulator accumulator);

    /// <summary>The result of an accumulator. It may be read several times.</summary>
    /// <param name="accumulator">What was added; it must be left as it is, for more may be added after this.</param>
    TOut GetResult(TAccumulator accumulator);

    /// <summary>Merges two accumulators; both may be changed, and neither is used afterwards but for what is returned.</summary>
    /// <param name="left">The earlier one.</param>
    /// <param name="right">The later one.</param>
    /// <returns>An accumulator with the elements of both; it may be one of the two.</returns>
    TAccumulator Merge(TAccumulator left, TAccumulator right);
}
