namespace Akka.Flink.Operators;

/// <summary>An input of an operator of a program, with what comes in.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="node">The operator.</param>
/// <param name="index">0 for the first.</param>
/// <param name="from">The step before.</param>
/// <param name="entry">Finds the input of an operator that was made.</param>
internal sealed class NodeInput<T>(OperatorNode node, int index, Transformation<T> from, Func<Operator, IInput<T>> entry)
    : NodeInput(node, index)
{
    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    /// <inheritdoc/>
    public override List<StreamEdge> Resolve()
    {
        var edges = new List<StreamEdge>();
        from.Connect(this, null, edges);
        return edges;
    }

    /// <summary>The input of an operator that was made for a subtask.</summary>
    /// <param name="made">The operator.</param>
    public IInput<T> EntryOf(Operator made) => entry(made);
}
