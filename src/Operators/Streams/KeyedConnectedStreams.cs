namespace Akka.Flink;

using Akka.Flink.Functions;
using Akka.Flink.Operators;

/// <summary>Two streams that are keyed alike: one function processes both, with state and timers that they share.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <remarks><para><b>Time.</b> The watermark is the smaller one of those streams that are not idle.</para><para><b>Flink.</b>
/// <c>ConnectedStreams</c> of keyed streams.</para></remarks>
public sealed class KeyedConnectedStreams<TKey, TFirst, TSecond>
{
    internal KeyedConnectedStreams(KeyedStream<TFirst, TKey> first, KeyedStream<TSecond, TKey> second)
    {
        First = first;
        Second = second;
    }

    /// <summary>The first stream.</summary>
    internal KeyedStream<TFirst, TKey> First { get; }

    /// <summary>The second stream.</summary>
    internal KeyedStream<TSecond, TKey> Second { get; }

    /// <summary>Has a function process the records of both streams.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">The function; each subtask has a shallow copy.</param>
    /// <returns>The stream of what it emits.</returns>
    /// <remarks><para><b>State.</b> What the function declares in <see cref="RichFunction.Open"/>, and its timers.</para></remarks>
    public SingleOutputStreamOperator<TOut> Process<TOut>(KeyedCoProcessFunction<TKey, TFirst, TSecond, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Add("Keyed Co-Process", new KeyedCoProcessFactory<TKey, TFirst, TSecond, TOut>(function)
        {
            First = First.Transformation,
            Second = Second.Transformation,
            FirstSelector = First.Selector,
            SecondSelector = Second.Selector,
        });
    }

    /// <summary>Turns each record of both streams into one record.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">The function; each subtask has a shallow copy.</param>
    /// <returns>The stream of what comes out, with the records' timestamps.</returns>
    /// <remarks><para><b>State.</b> A function derived from <see cref="RichFunction"/> may keep keyed state.</para></remarks>
    public SingleOutputStreamOperator<TOut> Map<TOut>(ICoMapFunction<TFirst, TSecond, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Process(new KeyedCoFlatMapAdapter<TKey, TFirst, TSecond, TOut>(function)).Name("Co-Map");
    }

    /// <summary>Turns each record of both streams into none, one or many.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">The function; each subtask has a shallow copy.</param>
    /// <returns>The stream of what comes out, with the records' timestamps.</returns>
    /// <remarks><para><b>State.</b> A function derived from <see cref="RichFunction"/> may keep keyed state.</para></remarks>
    public SingleOutputStreamOperator<TOut> FlatMap<TOut>(ICoFlatMapFunction<TFirst, TSecond, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Process(new KeyedCoFlatMapAdapter<TKey, TFirst, TSecond, TOut>(function)).Name("Co-Flat Map");
    }

    /// <summary>Adds a keyed step by the factory of its operator.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="name">The step's name.</param>
    /// <param name="factory">Makes the operators.</param>
    internal SingleOutputStreamOperator<TOut> Add<TOut>(string name, KeyedTwoInputFactory<TKey, TFirst, TSecond, TOut> factory) =>
        new(new OperatorNode<TOut>(First.ExecutionEnvironment, name, factory) { IsKeyed = true });
}
