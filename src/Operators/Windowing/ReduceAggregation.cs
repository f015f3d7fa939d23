namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;

/// <summary>A reduce function. It is not called for the first record of a window, which is kept as it is.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="function">The function.</param>
internal readonly struct ReduceAggregation<T>(IReduceFunction<T> function) : IWindowAggregation<T, T, T>
{
    private readonly IReduceFunction<T> _function = function;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref T accumulator, bool isNew, T value) => accumulator = isNew ? value : _function.Reduce(accumulator, value);

    /// <inheritdoc/>
    public T Merge(T left, T right) => _function.Reduce(left, right);

    /// <inheritdoc/>
    public T ResultOf(T accumulator) => accumulator;

    /// <inheritdoc/>
    public IReadOnlyList<T> ResultsOfNothing() => [];
}
