namespace Akka.Flink.State;

/// <summary>Declares an <see cref="IReducingState{T}"/>.</summary>
/// <typeparam name="T">The type of elements and value.</typeparam>
/// <param name="name">The state's name, unique within its operator.</param>
/// <param name="reduce">Combines the value so far with the next element.</param>
/// <exception cref="ArgumentNullException"><paramref name="reduce"/> is null.</exception>
public sealed class ReducingStateDescriptor<T>(string name, Func<T, T, T> reduce) : StateDescriptor(name)
{
    /// <summary>Declares it with a function object.</summary>
    /// <param name="name">The state's name, unique within its operator.</param>
    /// <param name="reduce">Combines the value so far with the next element.</param>
    public ReducingStateDescriptor(string name, IReduceFunction<T> reduce)
        : this(name, (reduce ?? throw new ArgumentNullException(nameof(reduce))).Reduce)
    {
    }

    /// <summary>Combines the value so far with the next element.</summary>
    public Func<T, T, T> Reduce { get; } = reduce ?? throw new ArgumentNullException(nameof(reduce));
}
