namespace Akka.Flink.Operators;

/// <summary>Makes an operator for each of its subtasks.</summary>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal abstract class OperatorFactory<TOut>
{
    /// <summary>The inputs of the operators to be made.</summary>
    /// <param name="node">The operator in the graph.</param>
    public abstract IReadOnlyList<NodeInput> CreateInputs(OperatorNode node);

    /// <summary>Makes the operator of one subtask.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="output">Where its records go.</param>
    public abstract Operator Create(OperatorContext context, Output<TOut> output);
}
