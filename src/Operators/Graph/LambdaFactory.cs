namespace Akka.Flink.Operators;

/// <summary>Makes operators with one input by a delegate.</summary>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="create">Makes the operator of one subtask.</param>
internal sealed class LambdaFactory<TIn, TOut>(Func<OperatorContext, Output<TOut>, OneInputOperator<TIn, TOut>> create)
    : OneInputFactory<TIn, TOut>
{
    /// <inheritdoc/>
    public override Operator Create(OperatorContext context, Output<TOut> output) => create(context, output);
}
