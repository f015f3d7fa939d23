namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>Makes operators that run a keyed process function.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="function">The function; each subtask has its own copy.</param>
internal sealed class KeyedProcessFactory<TKey, TIn, TOut>(KeyedProcessFunction<TKey, TIn, TOut> function) : KeyedFactory<TKey, TIn, TOut>
{
    /// <inheritdoc/>
    protected override Operator Create<TCodec>(OperatorContext context, Output<TOut> output, TCodec codec) =>
        new KeyedProcessOperator<TKey, TCodec, TIn, TOut>(context, output, codec, Selector, UserFunction.ForSubtask(function));
}
