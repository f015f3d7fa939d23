namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>A subtask's copy of a co-map or co-flat-map.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal readonly struct InnerCoFunction<TFirst, TSecond, TOut>
{
    private readonly ICoMapFunction<TFirst, TSecond, TOut>? _map;
    private readonly ICoFlatMapFunction<TFirst, TSecond, TOut>? _flatMap;

    public InnerCoFunction(IFunction function, RichFunction outer)
    {
        var own = UserFunction.ForSubtask(function);
        _map = own as ICoMapFunction<TFirst, TSecond, TOut>;
        _flatMap = own as ICoFlatMapFunction<TFirst, TSecond, TOut>;
        UserFunction.Open(own, outer);
    }

    public void Process1(TFirst value, ICollector<TOut> output)
    {
        if (_flatMap is not null)
            _flatMap.FlatMap1(value, output);
        else
            output.Collect(_map!.Map1(value));
    }

    public void Process2(TSecond value, ICollector<TOut> output)
    {
        if (_flatMap is not null)
            _flatMap.FlatMap2(value, output);
        else
            output.Collect(_map!.Map2(value));
    }

    public void Close() => UserFunction.Close((object?)_flatMap ?? _map);
}
