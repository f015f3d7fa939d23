namespace Akka.Flink;

using Akka.Flink.Functions;
using Akka.Flink.Operators;
using Akka.Flink.Windowing;

/// <content>Aggregate.</content>
public sealed partial class WindowedStream<T, TKey, TWindow>
    where TWindow : notnull, IWindow
{
    /// <summary>Adds the records of a window up.</summary>
    /// <typeparam name="TAccumulator">What is kept for a window.</typeparam>
    /// <typeparam name="TResult">The type of results.</typeparam>
    /// <param name="function">Adds records to an accumulator and reads the result; each subtask has a shallow copy. Its
    /// <see cref="IAggregateFunction{TIn, TAccumulator, TOut}.Merge"/> is used by sessions and by windows that slide.</param>
    /// <returns>The stream of the results, each with its window's last millisecond as timestamp.</returns>
    /// <remarks><para><b>State.</b> One accumulator for each key and window, or pane that windows share.</para></remarks>
    public SingleOutputStreamOperator<TResult> Aggregate<TAccumulator, TResult>(
        IAggregateFunction<T, TAccumulator, TResult> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Add<TAccumulator, TResult, AggregateAggregation<T, TAccumulator, TResult>, TResult>(
            () => new AggregateAggregation<T, TAccumulator, TResult>(UserFunction.Clone(function)),
            new PlainEmitter<TKey, TWindow, TResult>(), null);
    }

    /// <summary>Adds the records of a window up and makes one record of key, window and result.</summary>
    /// <typeparam name="TAccumulator">What is kept for a window.</typeparam>
    /// <typeparam name="TResult">The type of results.</typeparam>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">Adds records to an accumulator and reads the result; each subtask has a shallow copy. Its
    /// <see cref="IAggregateFunction{TIn, TAccumulator, TOut}.Merge"/> is used by sessions and by windows that slide.</param>
    /// <param name="select">Makes the record that goes out of key, window and result.</param>
    /// <returns>The stream of what is made of the results, with the windows' last milliseconds as timestamps.</returns>
    /// <remarks><para><b>State.</b> One accumulator for each key and window, or pane that windows share.</para></remarks>
    public SingleOutputStreamOperator<TOut> Aggregate<TAccumulator, TResult, TOut>(
        IAggregateFunction<T, TAccumulator, TResult> function, Func<TKey, TWindow, TResult, TOut> select)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(select);
        return Add<TAccumulator, TResult, AggregateAggregation<T, TAccumulator, TResult>, TOut>(
            () => new AggregateAggregation<T, TAccumulator, TResult>(UserFunction.Clone(function)),
            new SelectingEmitter<TKey, TWindow, TResult, TOut>(select), null);
    }

    /// <summary>Adds the records of a window up and has a function process the result.</summary>
    /// <typeparam name="TAccumulator">What is kept for a window.</typeparam>
    /// <typeparam name="TResult">The type of results.</typeparam>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">Adds records to an accumulator and reads the result; each subtask has a shallow copy. Its
    /// <see cref="IAggregateFunction{TIn, TAccumulator, TOut}.Merge"/> is used by sessions and by windows that slide.</param>
    /// <param name="process">Processes each result; each subtask has a shallow copy.</param>
    /// <returns>The stream of what the function emits.</returns>
    /// <remarks><para><b>State.</b> One accumulator for each key and window, or pane that windows share.</para></remarks>
    public SingleOutputStreamOperator<TOut> Aggregate<TAccumulator, TResult, TOut>(
        IAggregateFunction<T, TAccumulator, TResult> function, ProcessWindowFunction<TResult, TOut, TKey, TWindow> process)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(process);
        return Add<TAccumulator, TResult, AggregateAggregation<T, TAccumulator, TResult>, TOut>(
            () => new AggregateAggregation<T, TAccumulator, TResult>(UserFunction.Clone(function)), null, process);
    }
}
