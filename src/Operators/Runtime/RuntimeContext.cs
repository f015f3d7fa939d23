namespace Akka.Flink.Operators;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Where a function runs, and its state.</summary>
/// <param name="context">Where its operator runs.</param>
/// <param name="keyed">Its keyed state; null when the stream is not keyed.</param>
internal sealed class RuntimeContext(OperatorContext context, KeyedStateBackend? keyed) : IRuntimeContext
{
    public string OperatorName => context.Name;

    public string OperatorUid => context.Uid;

    public int SubtaskIndex => context.SubtaskIndex;

    public int Parallelism => context.Parallelism;

    public int MaxParallelism => context.MaxParallelism;

    public Counter Counter(string name) => context.Metrics.Counter(name);

    public IValueState<T> GetState<T>(ValueStateDescriptor<T> descriptor) => Keyed(descriptor).GetState(descriptor);

    public IListState<T> GetListState<T>(ListStateDescriptor<T> descriptor) => Keyed(descriptor).GetListState(descriptor);

    public IMapState<TMapKey, TValue> GetMapState<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull =>
        Keyed(descriptor).GetMapState(descriptor);

    public IReducingState<T> GetReducingState<T>(ReducingStateDescriptor<T> descriptor) => Keyed(descriptor).GetReducingState(descriptor);

    public IAggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor) =>
        Keyed(descriptor).GetAggregatingState(descriptor);

    private KeyedStateBackend Keyed(StateDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return keyed ?? throw OperatorErrors.NotKeyed(descriptor.Name, context);
    }
}
