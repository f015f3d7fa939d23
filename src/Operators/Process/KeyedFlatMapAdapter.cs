namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>A map, flat map or filter function of a keyed stream as a keyed process function, so that it has keyed state.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="function">The function; each subtask has its own copy.</param>
internal sealed class KeyedFlatMapAdapter<TKey, TIn, TOut>(IFunction function) : KeyedProcessFunction<TKey, TIn, TOut>
{
    private object? _own;
    private Action<TIn, ICollector<TOut>> _process = null!;

    public override void Open(OpenContext context)
    {
        var own = UserFunction.ForSubtask(function);
        _own = own;
        _process = own switch
        {
            IFlatMapFunction<TIn, TOut> flatMap => flatMap.FlatMap,
            IMapFunction<TIn, TOut> map => (value, output) => output.Collect(map.Map(value)),
            _ => Filtering((IFilterFunction<TOut>)own),
        };
        UserFunction.Open(own, this);
    }

    public override void ProcessElement(TIn value, Context context, ICollector<TOut> output) => _process(value, output);

    public override void Close() => UserFunction.Close(_own);

    private static Action<TIn, ICollector<TOut>> Filtering(IFilterFunction<TOut> filter)
    {
        return (value, output) =>
        {
            var same = (TOut)(object)value!;   // TIn and TOut are one type here, so the cast is compiled away
            if (filter.Filter(same))
                output.Collect(same);
        };
    }
}
