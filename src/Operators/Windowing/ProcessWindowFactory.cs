namespace Akka.Flink.Operators;

using Akka.Flink.Functions;
using Akka.Flink.Windowing;

/// <summary>Makes window operators that keep all records of a window for a function.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="setup">Gives a record's windows, and fires them.</param>
/// <param name="function">The function; each subtask has its own copy.</param>
internal sealed class ProcessWindowFactory<TKey, T, TWindow, TOut>(
    WindowSetup<T, TWindow> setup, ProcessWindowFunction<T, TOut, TKey, TWindow> function)
    : KeyedFactory<TKey, T, TOut>
    where TWindow : notnull, IWindow
{
    /// <inheritdoc/>
    protected override Operator Create<TCodec>(OperatorContext context, Output<TOut> output, TCodec codec)
    {
        var adapter = new ProcessFunctionAdapter<TKey, TWindow, IEnumerable<T>, T, TOut>(
            UserFunction.ForSubtask(function), elements => elements);
        if (setup.Evictor is null)
        {
            return new WindowOperator<T, TKey, TCodec, TWindow, IEnumerable<T>, TOut>(
                context, output, codec, Selector, setup, new ElementContents<T>(), adapter);
        }

        var contents = new EvictingContents<T>();
        return new WindowOperator<T, TKey, TCodec, TWindow, WindowElements<T>, TOut>(
            context, output, codec, Selector, setup, contents,
            new EvictingFunction<TKey, TWindow, T, T, TOut>(contents, setup.Evictor, elements => elements, adapter));
    }
}
