namespace Akka.Flink;

using Akka.Flink.Functions;
using Akka.Flink.Operators;
using Akka.Flink.State;

/// <summary>Two streams, each with its own type, that one function processes.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <remarks><para><b>Time.</b> The watermark is the smaller one of those streams that are not idle.</para><para><b>Flink.</b>
/// <c>ConnectedStreams</c>.</para></remarks>
public sealed class ConnectedStreams<TFirst, TSecond>
{
    internal ConnectedStreams(DataStream<TFirst> first, DataStream<TSecond> second)
    {
        First = first;
        Second = second;
    }

    /// <summary>The first stream.</summary>
    internal DataStream<TFirst> First { get; }

    /// <summary>The second stream.</summary>
    internal DataStream<TSecond> Second { get; }

    /// <summary>Divides both streams by key.</summary>
    /// <typeparam name="TKey">The key's type; see <see cref="KeyCodecs"/>.</typeparam>
    /// <param name="first">Gives the key of a record of the first stream.</param>
    /// <param name="second">Gives the key of a record of the second stream.</param>
    /// <returns>Both streams, keyed.</returns>
    /// <exception cref="StateException"><typeparamref name="TKey"/> cannot be a key.</exception>
    public KeyedConnectedStreams<TKey, TFirst, TSecond> KeyBy<TKey>(Func<TFirst, TKey> first, Func<TSecond, TKey> second) =>
        new(First.KeyBy(first), Second.KeyBy(second));

    /// <summary>Has a function process the records of both streams.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">The function; each subtask has a shallow copy.</param>
    /// <returns>The stream of what it emits.</returns>
    public SingleOutputStreamOperator<TOut> Process<TOut>(CoProcessFunction<TFirst, TSecond, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var factory = new TwoInputLambdaFactory<TFirst, TSecond, TOut>((context, output) =>
            new CoProcessOperator<TFirst, TSecond, TOut>(context, output, UserFunction.ForSubtask(function)))
        {
            First = First.Transformation,
            Second = Second.Transformation,
        };
        return new SingleOutputStreamOperator<TOut>(new OperatorNode<TOut>(First.ExecutionEnvironment, "Co-Process", factory));
    }

    /// <summary>Turns each record of both streams into one record.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">The function; each subtask has a shallow copy.</param>
    /// <returns>The stream of what comes out, with the records' timestamps.</returns>
    public SingleOutputStreamOperator<TOut> Map<TOut>(ICoMapFunction<TFirst, TSecond, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Process(new CoFlatMapAdapter<TFirst, TSecond, TOut>(function)).Name("Co-Map");
    }

    /// <summary>Turns each record of both streams into one record.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="first">What becomes of a record of the first stream.</param>
    /// <param name="second">What becomes of a record of the second stream.</param>
    /// <returns>The stream of what comes out, with the records' timestamps.</returns>
    public SingleOutputStreamOperator<TOut> Map<TOut>(Func<TFirst, TOut> first, Func<TSecond, TOut> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Map(new LambdaCoMap<TFirst, TSecond, TOut>(first, second));
    }

    /// <summary>Turns each record of both streams into none, one or many.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">The function; each subtask has a shallow copy.</param>
    /// <returns>The stream of what comes out, with the records' timestamps.</returns>
    public SingleOutputStreamOperator<TOut> FlatMap<TOut>(ICoFlatMapFunction<TFirst, TSecond, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Process(new CoFlatMapAdapter<TFirst, TSecond, TOut>(function)).Name("Co-Flat Map");
    }
}
