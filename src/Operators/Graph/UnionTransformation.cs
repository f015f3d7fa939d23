namespace Akka.Flink.Operators;

/// <summary>Several streams as one. It is no operator: the next step has several channels.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="inputs">The streams.</param>
internal sealed class UnionTransformation<T>(Transformation<T>[] inputs) : Transformation<T>(inputs[0].Environment)
{
    /// <inheritdoc/>
    public override int Parallelism => inputs.Max(input => input.Parallelism);

    /// <inheritdoc/>
    public override void Connect(NodeInput<T> target, Partitioning<T>? partitioning, List<StreamEdge> edges)
    {
        foreach (var input in inputs)
            input.Connect(target, partitioning, edges);
    }
}
