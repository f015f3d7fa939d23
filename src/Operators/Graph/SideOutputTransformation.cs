namespace Akka.Flink.Operators;

/// <summary>A side output of an operator.</summary>
/// <typeparam name="T">The type of its records.</typeparam>
/// <param name="source">The operator.</param>
/// <param name="tag">The side output.</param>
internal sealed class SideOutputTransformation<T>(OperatorNode source, OutputTag<T> tag) : Transformation<T>(source.Environment)
{
    /// <inheritdoc/>
    public override int Parallelism => source.Parallelism;

    /// <inheritdoc/>
    public override void Connect(NodeInput<T> target, Partitioning<T>? partitioning, List<StreamEdge> edges) =>
        edges.Add(new StreamEdge<T>(source, target, partitioning) { Tag = tag });
}
