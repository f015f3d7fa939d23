namespace Akka.Flink.Operators;

using Akka.Flink.Functions;
using Akka.Flink.Windowing;

/// <summary>A window function, with or without a key, as a process function.</summary>
/// <typeparam name="TIn">What the function is given.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <param name="function">The function; each subtask has its own copy.</param>
internal sealed class WindowFunctionAdapter<TIn, TOut, TKey, TWindow>(IFunction function)
    : ProcessWindowFunction<TIn, TOut, TKey, TWindow>
    where TWindow : notnull, IWindow
{
    private IFunction? _own;

    public override void Open(OpenContext context)
    {
        _own = UserFunction.ForSubtask(function);
        UserFunction.Open(_own, this);
    }

    public override void Process(TKey key, Context context, IEnumerable<TIn> elements, ICollector<TOut> output)
    {
        if (_own is IWindowFunction<TIn, TOut, TKey, TWindow> keyed)
            keyed.Apply(key, context.Window, elements, output);
        else
            ((IAllWindowFunction<TIn, TOut, TWindow>)_own!).Apply(context.Window, elements, output);
    }

    public override void Close() => UserFunction.Close(_own);
}
