namespace Akka.Flink.Operators;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Makes operators that run a keyed broadcast process function.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TBroadcast">The type of broadcast records.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="function">The function; each subtask has its own copy.</param>
/// <param name="selector">Gives a record's key.</param>
/// <param name="descriptors">What the stream was broadcast with.</param>
internal sealed class KeyedBroadcastProcessFactory<TKey, TIn, TBroadcast, TOut>(
    KeyedBroadcastProcessFunction<TKey, TIn, TBroadcast, TOut> function, Func<TIn, TKey> selector, MapStateDescriptor[] descriptors)
    : TwoInputFactory<TIn, TBroadcast, TOut>
{
    /// <inheritdoc/>
    public override Operator Create(OperatorContext context, Output<TOut> output) =>
        KeyCodecs.Visit(new Visitor(this, context, output));

    private Operator Make<TCodec>(OperatorContext context, Output<TOut> output, TCodec codec)
        where TCodec : struct, IKeyCodec<TKey> =>
        new KeyedBroadcastProcessOperator<TKey, TCodec, TIn, TBroadcast, TOut>(
            context, output, codec, selector, UserFunction.ForSubtask(function), descriptors);

    private sealed class Visitor(
        KeyedBroadcastProcessFactory<TKey, TIn, TBroadcast, TOut> factory, OperatorContext context, Output<TOut> output)
        : IKeyCodecVisitor<TKey, Operator>
    {
        public Operator Visit<TCodec>(TCodec codec)
            where TCodec : struct, IKeyCodec<TKey> =>
            factory.Make(context, output, codec);
    }
}
