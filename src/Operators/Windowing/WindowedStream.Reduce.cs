namespace Akka.Flink;

using Akka.Flink.Functions;
using Akka.Flink.Operators;
using Akka.Flink.Windowing;

/// <content>Reduce.</content>
public sealed partial class WindowedStream<T, TKey, TWindow>
    where TWindow : notnull, IWindow
{
    /// <summary>Combines the records of a window into one.</summary>
    /// <param name="function">Combines two records; each subtask has a shallow copy. Not called for a window's first record.</param>
    /// <returns>The stream of the results, each with its window's last millisecond as timestamp.</returns>
    /// <remarks><para><b>State.</b> One record for each key and window.</para></remarks>
    public SingleOutputStreamOperator<T> Reduce(IReduceFunction<T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Add<T, T, ReduceAggregation<T>, T>(() => new ReduceAggregation<T>(UserFunction.Clone(function)),
            new PlainEmitter<TKey, TWindow, T>(), null);
    }

    /// <summary>Combines the records of a window into one.</summary>
    /// <param name="function">Combines two records; associative. Not called for a window's first record.</param>
    /// <returns>The stream of the results, each with its window's last millisecond as timestamp.</returns>
    /// <remarks><para><b>State.</b> One record for each key and window.</para></remarks>
    public SingleOutputStreamOperator<T> Reduce(Func<T, T, T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Reduce(new DelegateReduce<T>(function));
    }

    /// <summary>Combines the records of a window into one, of which, with key and window, one record is made.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">Combines two records; each subtask has a shallow copy. Not called for a window's first record.</param>
    /// <param name="select">Makes the record that goes out of key, window and result.</param>
    /// <returns>The stream of what is made of the results, with the windows' last milliseconds as timestamps.</returns>
    /// <remarks><para><b>State.</b> One record for each key and window.</para></remarks>
    public SingleOutputStreamOperator<TOut> Reduce<TOut>(IReduceFunction<T> function, Func<TKey, TWindow, T, TOut> select)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(select);
        return Add<T, T, ReduceAggregation<T>, TOut>(() => new ReduceAggregation<T>(UserFunction.Clone(function)),
            new SelectingEmitter<TKey, TWindow, T, TOut>(select), null);
    }

    /// <summary>Combines the records of a window into one, of which, with key and window, one record is made.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">Combines two records; associative. Not called for a window's first record.</param>
    /// <param name="select">Makes the record that goes out of key, window and result.</param>
    /// <returns>The stream of what is made of the results, with the windows' last milliseconds as timestamps.</returns>
    /// <remarks><para><b>State.</b> One record for each key and window.</para></remarks>
    public SingleOutputStreamOperator<TOut> Reduce<TOut>(Func<T, T, T> function, Func<TKey, TWindow, T, TOut> select)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Reduce(new DelegateReduce<T>(function), select);
    }

    /// <summary>Combines the records of a window into one, which a function then processes.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">Combines two records; each subtask has a shallow copy. Not called for a window's first record.</param>
    /// <param name="process">Processes each result; each subtask has a shallow copy.</param>
    /// <returns>The stream of what the function emits.</returns>
    /// <remarks><para><b>State.</b> One record for each key and window.</para></remarks>
    public SingleOutputStreamOperator<TOut> Reduce<TOut>(IReduceFunction<T> function, ProcessWindowFunction<T, TOut, TKey, TWindow> process)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(process);
        return Add<T, T, ReduceAggregation<T>, TOut>(() => new ReduceAggregation<T>(UserFunction.Clone(function)), null, process);
    }

    /// <summary>Combines the records of a window into one, which a function then processes.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">Combines two records; associative. Not called for a window's first record.</param>
    /// <param name="process">Processes each result; each subtask has a shallow copy.</param>
    /// <returns>The stream of what the function emits.</returns>
    /// <remarks><para><b>State.</b> One record for each key and window.</para></remarks>
    public SingleOutputStreamOperator<TOut> Reduce<TOut>(Func<T, T, T> function, ProcessWindowFunction<T, TOut, TKey, TWindow> process)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Reduce(new DelegateReduce<T>(function), process);
    }
}
