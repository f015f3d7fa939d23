namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>Makes interval joins.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TLeft">The type of the left stream.</typeparam>
/// <typeparam name="TRight">The type of the right stream.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="options">How they join.</param>
/// <param name="function">The function; each subtask has its own copy.</param>
internal sealed class IntervalJoinFactory<TKey, TLeft, TRight, TOut>(
    IntervalJoinOptions<TLeft, TRight> options, ProcessJoinFunction<TLeft, TRight, TOut> function)
    : KeyedTwoInputFactory<TKey, TLeft, TRight, TOut>
{
    /// <inheritdoc/>
    protected override Operator Create<TCodec>(OperatorContext context, Output<TOut> output, TCodec codec) =>
        new IntervalJoinOperator<TKey, TCodec, TLeft, TRight, TOut>(
            context, output, codec, FirstSelector, SecondSelector, options, UserFunction.ForSubtask(function));
}
