namespace Akka.Flink;

using Akka.Flink.Functions;
using Akka.Flink.Operators;

/// <summary>A stream divided by key: functions on it have state and timers for each key.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <remarks><para><b>Flink.</b> <c>KeyedStream</c>.</para></remarks>
public sealed partial class KeyedStream<T, TKey> : DataStream<T>
{
    private readonly int _parallelismLimit;

    internal KeyedStream(Transformation<T> input, Func<T, TKey> selector, int parallelismLimit = int.MaxValue)
        : base(new PartitionTransformation<T>(input, new KeyPartitioning<T, TKey>(selector)))
    {
        Selector = selector;
        _parallelismLimit = parallelismLimit;
    }

    /// <summary>Gives a record's key.</summary>
    internal Func<T, TKey> Selector { get; }

    /// <summary>Has a function process each record, with state and timers for its key.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">The function; each subtask has a shallow copy.</param>
    /// <returns>The stream of what it emits.</returns>
    /// <remarks><para><b>State.</b> What the function declares in <see cref="RichFunction.Open"/>, and its timers.</para></remarks>
    public SingleOutputStreamOperator<TOut> Process<TOut>(KeyedProcessFunction<TKey, T, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Add("KeyedProcess", new KeyedProcessFactory<TKey, T, TOut>(function) { Input = Transformation, Selector = Selector });
    }

    /// <summary>Combines the records of a key, one after the other, and emits what they come to so far.</summary>
    /// <param name="reduce">Combines what the records came to so far with the next one.</param>
    /// <returns>The stream of what comes out: one record for each that comes in.</returns>
    /// <remarks><para><b>Output.</b> The first record of a key as it is; the timestamp of each record.</para><para><b>State.</b> One record
    /// for each key, for ever.</para></remarks>
    public SingleOutputStreamOperator<T> Reduce(Func<T, T, T> reduce)
    {
        ArgumentNullException.ThrowIfNull(reduce);
        return Add("Keyed Reduce", new ReduceFactory<TKey, T>(reduce, null) { Input = Transformation, Selector = Selector });
    }

    /// <summary>Combines the records of a key, one after the other, and emits what they come to so far.</summary>
    /// <param name="function">Combines two records; each subtask has a shallow copy.</param>
    /// <returns>The stream of what comes out: one record for each that comes in.</returns>
    /// <remarks><para><b>Output.</b> The first record of a key as it is; the timestamp of each record.</para><para><b>State.</b> One record
    /// for each key, for ever.</para></remarks>
    public SingleOutputStreamOperator<T> Reduce(IReduceFunction<T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Add("Keyed Reduce", new ReduceFactory<TKey, T>(null, function) { Input = Transformation, Selector = Selector });
    }

    /// <summary>Brings this stream and another one of the same keys together in one function.</summary>
    /// <typeparam name="TSecond">The type of the other stream.</typeparam>
    /// <param name="second">The other stream.</param>
    /// <returns>Both streams; state and timers are shared.</returns>
    /// <exception cref="JobException">The streams belong to different environments.</exception>
    public KeyedConnectedStreams<TKey, T, TSecond> Connect<TSecond>(KeyedStream<TSecond, TKey> second)
    {
        ArgumentNullException.ThrowIfNull(second);
        CheckEnvironment("Connect", second.Transformation);
        return new KeyedConnectedStreams<TKey, T, TSecond>(this, second);
    }

    /// <summary>Brings this stream together with a broadcast stream in one function.</summary>
    /// <typeparam name="TBroadcast">The type of broadcast records.</typeparam>
    /// <param name="second">The broadcast stream.</param>
    /// <returns>Both streams; state and timers are those of this stream's keys.</returns>
    /// <exception cref="JobException">The streams belong to different environments.</exception>
    public new KeyedBroadcastConnectedStream<TKey, T, TBroadcast> Connect<TBroadcast>(BroadcastStream<TBroadcast> second)
    {
        ArgumentNullException.ThrowIfNull(second);
        CheckEnvironment("Connect", second.Stream.Transformation);
        return new KeyedBroadcastConnectedStream<TKey, T, TBroadcast>(this, second);
    }

    /// <summary>Adds a keyed step by the factory of its operator.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="name">The step's name.</param>
    /// <param name="factory">Makes the operators.</param>
    internal SingleOutputStreamOperator<TOut> Add<TOut>(string name, KeyedFactory<TKey, T, TOut> factory) =>
        new(new OperatorNode<TOut>(ExecutionEnvironment, name, factory) { IsKeyed = true, FixedParallelismLimit = _parallelismLimit });

    /// <inheritdoc/>
    private protected override SingleOutputStreamOperator<TOut> AddKeyed<TOut>(string name, IFunction function)
    {
        var adapter = new KeyedFlatMapAdapter<TKey, T, TOut>(function);
        return Add(name, new KeyedProcessFactory<TKey, T, TOut>(adapter) { Input = Transformation, Selector = Selector });
    }
}
