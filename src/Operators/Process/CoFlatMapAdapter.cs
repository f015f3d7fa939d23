namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>A co-flat-map, or a co-map, as a co-process function.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="function">The function; each subtask has its own copy.</param>
internal sealed class CoFlatMapAdapter<TFirst, TSecond, TOut>(IFunction function) : CoProcessFunction<TFirst, TSecond, TOut>
{
    private InnerCoFunction<TFirst, TSecond, TOut> _inner;

    public override void Open(OpenContext context) =>
        _inner = new InnerCoFunction<TFirst, TSecond, TOut>(function, this);

    public override void ProcessElement1(TFirst value, Context context, ICollector<TOut> output) => _inner.Process1(value, output);

    public override void ProcessElement2(TSecond value, Context context, ICollector<TOut> output) => _inner.Process2(value, output);

    public override void Close() => _inner.Close();
}
