namespace Akka.Flink.Operators;

/// <summary>Makes operators with two inputs by a delegate.</summary>
/// <typeparam name="TFirst">The type of the first input.</typeparam>
/// <typeparam name="TSecond">The type of the second input.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="create">Makes the operator of one subtask.</param>
internal sealed class TwoInputLambdaFactory<TFirst, TSecond, TOut>(
    Func<OperatorContext, Output<TOut>, TwoInputOperator<TFirst, TSecond, TOut>> create) : TwoInputFactory<TFirst, TSecond, TOut>
{
    /// <inheritdoc/>
    public override Operator Create(OperatorContext context, Output<TOut> output) => create(context, output);
}
