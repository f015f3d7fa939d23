namespace Akka.Flink.Testing;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>A function's surroundings whose state hands out and takes copies: what is changed without <c>Update</c> is not there at the
/// next look.</summary>
/// <param name="inner">The real surroundings.</param>
internal sealed class CopyingRuntimeContext(IRuntimeContext inner) : IRuntimeContext
{
    public string OperatorName => inner.OperatorName;

    public string OperatorUid => inner.OperatorUid;

    public int SubtaskIndex => inner.SubtaskIndex;

    public int Parallelism => inner.Parallelism;

    public int MaxParallelism => inner.MaxParallelism;

    public Counter Counter(string name) => inner.Counter(name);

    public IValueState<T> GetState<T>(ValueStateDescriptor<T> descriptor) =>
        new CopyingValueState<T>(inner.GetState(descriptor), CopierOf<T>());

    public IListState<T> GetListState<T>(ListStateDescriptor<T> descriptor) =>
        new CopyingListState<T>(inner.GetListState(descriptor), CopierOf<T>());

    public IMapState<TMapKey, TValue> GetMapState<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull =>
        new CopyingMapState<TMapKey, TValue>(inner.GetMapState(descriptor), CopierOf<TValue>());

    public IReducingState<T> GetReducingState<T>(ReducingStateDescriptor<T> descriptor) =>
        new CopyingReducingState<T>(inner.GetReducingState(descriptor), CopierOf<T>());

    public IAggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor) =>
        inner.GetAggregatingState(descriptor);   // results must not alias the accumulator, and elements go to the user's Add

    private static ITypeSerializer<T> CopierOf<T>() => TypeSerializers.For<T>();
}
