namespace Akka.Flink.Testing;

using Akka.Flink.Operators;

/// <summary>Makes the head of a pipeline.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed class TestSourceFactory<T> : OperatorFactory<T>
{
    public override IReadOnlyList<NodeInput> CreateInputs(OperatorNode node) => [];

    public override Operator Create(OperatorContext context, Output<T> output) => new TestSource<T>(context, output);
}
