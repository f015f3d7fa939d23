namespace Akka.Flink.Operators;

/// <summary>How the records of a window become its result: a reduce or an aggregate function, as a struct so that operators over it are
/// compiled with direct calls.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TAccumulator">What is kept for a window.</typeparam>
/// <typeparam name="TResult">The type of results.</typeparam>
internal interface IWindowAggregation<in T, TAccumulator, out TResult>
{
    /// <summary>Adds a record.</summary>
    /// <param name="accumulator">What is kept.</param>
    /// <param name="isNew">Whether nothing was added before.</param>
    /// <param name="value">The record.</param>
    void Add(ref TAccumulator accumulator, bool isNew, T value);

    /// <summary>Merges what is kept of two parts of a window; both may be changed.</summary>
    /// <param name="left">The earlier part.</param>
    /// <param name="right">The later part.</param>
    TAccumulator Merge(TAccumulator left, TAccumulator right);

    /// <summary>The result.</summary>
    /// <param name="accumulator">What is kept.</param>
    TResult ResultOf(TAccumulator accumulator);

    /// <summary>The result of no records, which an evictor may leave: one, or none for a reduce function.</summary>
    IReadOnlyList<TResult> ResultsOfNothing();
}
