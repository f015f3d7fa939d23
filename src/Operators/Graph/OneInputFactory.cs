namespace Akka.Flink.Operators;

/// <summary>Makes operators with one input.</summary>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal abstract class OneInputFactory<TIn, TOut> : OperatorFactory<TOut>
{
    /// <summary>The step before; set before the factory is used in a graph.</summary>
    public required Transformation<TIn> Input { get; init; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<NodeInput> CreateInputs(OperatorNode node) =>
        [new NodeInput<TIn>(node, 0, Input, each => (IInput<TIn>)each)];
}
