namespace Akka.Flink.Operators;

/// <summary>A reduce function that is a delegate.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <param name="reduce">The delegate.</param>
internal sealed class DelegateReduce<T>(Func<T, T, T> reduce) : IReduceFunction<T>
{
    /// <inheritdoc/>
    public T Reduce(T first, T second) => reduce(first, second);
}
