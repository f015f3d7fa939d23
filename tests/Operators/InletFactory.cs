namespace Akka.Flink.Operators.Tests;

using Akka.Flink.Operators;

internal sealed class InletFactory<T> : OperatorFactory<T>
{
    public override IReadOnlyList<NodeInput> CreateInputs(OperatorNode node) => [];

    public override Operator Create(OperatorContext context, Output<T> output) => new Inlet<T>(context, output);
}
