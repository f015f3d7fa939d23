namespace Akka.Flink;

using Akka.Flink.Functions;
using Akka.Flink.Operators;

/// <summary>A keyed stream and a broadcast stream that one function processes, with state and timers by key.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TBroadcast">The type of broadcast records.</typeparam>
/// <remarks><para><b>Time.</b> The watermark is the smaller one of those streams that are not idle: a broadcast stream without watermarks
/// holds all event time back.</para><para><b>Flink.</b> <c>BroadcastConnectedStream</c> of a keyed stream.</para></remarks>
public sealed class KeyedBroadcastConnectedStream<TKey, T, TBroadcast>
{
    private readonly KeyedStream<T, TKey> _first;
    private readonly BroadcastStream<TBroadcast> _second;

    internal KeyedBroadcastConnectedStream(KeyedStream<T, TKey> first, BroadcastStream<TBroadcast> second) =>
        (_first, _second) = (first, second);

    /// <summary>Has a function process the records of both streams.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">The function; each subtask has a shallow copy.</param>
    /// <returns>The stream of what it emits.</returns>
    /// <remarks><para><b>State.</b> Broadcast state, what the function declares in <see cref="RichFunction.Open"/>, and its
    /// timers.</para></remarks>
    public SingleOutputStreamOperator<TOut> Process<TOut>(KeyedBroadcastProcessFunction<TKey, T, TBroadcast, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var factory = new KeyedBroadcastProcessFactory<TKey, T, TBroadcast, TOut>(function, _first.Selector, _second.Descriptors)
        {
            First = _first.Transformation,
            Second = _second.Stream.Transformation,
        };
        var node = new OperatorNode<TOut>(_first.ExecutionEnvironment, "Co-Process-Broadcast-Keyed", factory) { IsKeyed = true };
        return new SingleOutputStreamOperator<TOut>(node);
    }
}
