namespace Akka.Flink.PostgreSql.Tests.Support;

using System.Runtime.CompilerServices;
using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>A function that a test calls itself, with what it counts.</summary>
internal sealed class FunctionRun : IRuntimeContext, IDisposable
{
    private readonly Dictionary<string, Counter> _counters = [];
    private readonly RichFunction _function;

    public FunctionRun(IFunction function)
    {
        _function = (RichFunction)function;
        SetRuntimeContext(_function, this);
        _function.Open(null!);
    }

    public string OperatorName => "names";

    public string OperatorUid => "names-uid";

    public int SubtaskIndex => 0;

    public int Parallelism => 1;

    public int MaxParallelism => 128;

    public long this[string counter] => Counter(counter).Count;

    public Counter Counter(string name)
    {
        if (!_counters.TryGetValue(name, out var counter))
            _counters.Add(name, counter = new Counter());
        return counter;
    }

    public void Dispose() => _function.Close();

    IValueState<T> IRuntimeContext.GetState<T>(ValueStateDescriptor<T> descriptor) => throw NoState();

    IListState<T> IRuntimeContext.GetListState<T>(ListStateDescriptor<T> descriptor) => throw NoState();

    IMapState<TMapKey, TValue> IRuntimeContext.GetMapState<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor) =>
        throw NoState();

    IReducingState<T> IRuntimeContext.GetReducingState<T>(ReducingStateDescriptor<T> descriptor) => throw NoState();

    IAggregatingState<TIn, TOut> IRuntimeContext.GetAggregatingState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor) => throw NoState();

    private static InvalidOperationException NoState() => new("A lookup has no state.");

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_RuntimeContext")]
    private static extern void SetRuntimeContext(RichFunction function, IRuntimeContext context);
}
