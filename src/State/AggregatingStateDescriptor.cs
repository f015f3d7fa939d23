namespace Akka.Flink.State;

/// <summary>Declares an <see cref="IAggregatingState{TIn, TOut}"/>.</summary>
/// <typeparam name="TIn">The type of elements.</typeparam>
/// <typeparam name="TAccumulator">The type of accumulators.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <param name="name">The state's name, unique within its operator.</param>
/// <param name="function">Adds elements and reads results.</param>
/// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
public sealed class AggregatingStateDescriptor<TIn, TAccumulator, TOut>(string name, IAggregateFunction<TIn, TAccumulator, TOut> function)
    : StateDescriptor(name)
{
    /// <summary>Adds elements and reads results.</summary>
    public IAggregateFunction<TIn, TAccumulator, TOut> Function { get; } = function ?? throw new ArgumentNullException(nameof(function));
}
