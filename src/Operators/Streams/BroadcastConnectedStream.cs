namespace Akka.Flink;

using Akka.Flink.Functions;
using Akka.Flink.Operators;

/// <summary>A stream and a broadcast stream that one function processes.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TBroadcast">The type of broadcast records.</typeparam>
/// <remarks><para><b>Time.</b> The watermark is the smaller one of those streams that are not idle: a broadcast stream without watermarks
/// holds all event time back.</para><para><b>Flink.</b> <c>BroadcastConnectedStream</c>.</para></remarks>
public sealed class BroadcastConnectedStream<T, TBroadcast>
{
    private readonly DataStream<T> _first;
    private readonly BroadcastStream<TBroadcast> _second;

    internal BroadcastConnectedStream(DataStream<T> first, BroadcastStream<TBroadcast> second) => (_first, _second) = (first, second);

    /// <summary>Has a function process the records of both streams.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">The function; each subtask has a shallow copy.</param>
    /// <returns>The stream of what it emits.</returns>
    public SingleOutputStreamOperator<TOut> Process<TOut>(BroadcastProcessFunction<T, TBroadcast, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var descriptors = _second.Descriptors;
        var factory = new TwoInputLambdaFactory<T, TBroadcast, TOut>((context, output) =>
            new BroadcastProcessOperator<T, TBroadcast, TOut>(context, output, UserFunction.ForSubtask(function), descriptors))
        {
            First = _first.Transformation,
            Second = _second.Stream.Transformation,
        };
        return new SingleOutputStreamOperator<TOut>(new OperatorNode<TOut>(_first.ExecutionEnvironment, "Co-Process-Broadcast", factory));
    }
}
