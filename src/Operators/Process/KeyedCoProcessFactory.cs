namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>Makes operators that run a keyed co-process function.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TFirst">The type of the first input.</typeparam>
/// <typeparam name="TSecond">The type of the second input.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="function">The function; each subtask has its own copy.</param>
internal sealed class KeyedCoProcessFactory<TKey, TFirst, TSecond, TOut>(KeyedCoProcessFunction<TKey, TFirst, TSecond, TOut> function)
    : KeyedTwoInputFactory<TKey, TFirst, TSecond, TOut>
{
    /// <inheritdoc/>
    protected override Operator Create<TCodec>(OperatorContext context, Output<TOut> output, TCodec codec) =>
        new KeyedCoProcessOperator<TKey, TCodec, TFirst, TSecond, TOut>(
            context, output, codec, FirstSelector, SecondSelector, UserFunction.ForSubtask(function));
}
