namespace Akka.Flink.Operators;

/// <summary>An input of an operator of a program.</summary>
/// <param name="node">The operator.</param>
/// <param name="index">0 for the first.</param>
internal abstract class NodeInput(OperatorNode node, int index)
{
    /// <summary>The operator.</summary>
    public OperatorNode Node { get; } = node;

    /// <summary>0 for the first.</summary>
    public int Index { get; } = index;

    /// <summary>The type of records.</summary>
    public abstract Type ElementType { get; }

    /// <summary>Finds the edges that come in.</summary>
    /// <returns>One for each operator that records come from.</returns>
    public abstract List<StreamEdge> Resolve();
}
