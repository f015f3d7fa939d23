namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;

/// <summary>An aggregate function.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TAccumulator">The type of accumulators.</typeparam>
/// <typeparam name="TResult">The type of results.</typeparam>
/// <param name="function">The function.</param>
internal readonly struct AggregateAggregation<T, TAccumulator, TResult>(IAggregateFunction<T, TAccumulator, TResult> function)
    : IWindowAggregation<T, TAccumulator, TResult>
{
    private readonly IAggregateFunction<T, TAccumulator, TResult> _function = function;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref TAccumulator accumulator, bool isNew, T value) =>
        accumulator = _function.Add(value, isNew ? _function.CreateAccumulator() : accumulator);

    /// <inheritdoc/>
    public TAccumulator Merge(TAccumulator left, TAccumulator right) => _function.Merge(left, right);

    /// <inheritdoc/>
    public TResult ResultOf(TAccumulator accumulator) => _function.GetResult(accumulator);

    /// <inheritdoc/>
    public IReadOnlyList<TResult> ResultsOfNothing() => [_function.GetResult(_function.CreateAccumulator())];
}
