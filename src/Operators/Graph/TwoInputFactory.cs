namespace Akka.Flink.Operators;

/// <summary>Makes operators with two inputs.</summary>
/// <typeparam name="TFirst">The type of the first input.</typeparam>
/// <typeparam name="TSecond">The type of the second input.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal abstract class TwoInputFactory<TFirst, TSecond, TOut> : OperatorFactory<TOut>
{
    /// <summary>The step before the first input; set before the factory is used in a graph.</summary>
    public required Transformation<TFirst> First { get; init; }

    /// <summary>The step before the second input; set before the factory is used in a graph.</summary>
    public required Transformation<TSecond> Second { get; init; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<NodeInput> CreateInputs(OperatorNode node) =>
    [
        new NodeInput<TFirst>(node, 0, First, each => ((TwoInputOperator<TFirst, TSecond, TOut>)each).First),
        new NodeInput<TSecond>(node, 1, Second, each => ((TwoInputOperator<TFirst, TSecond, TOut>)each).Second),
    ];
}
