namespace Akka.Flink.Operators;

/// <summary>Records dealt out in a certain way. It is no operator, but a property of edges.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="input">The step before.</param>
/// <param name="partitioning">The way.</param>
internal sealed class PartitionTransformation<T>(Transformation<T> input, Partitioning<T> partitioning)
    : Transformation<T>(input.Environment)
{
    /// <inheritdoc/>
    public override int Parallelism => input.Parallelism;

    /// <inheritdoc/>
    public override void Connect(NodeInput<T> target, Partitioning<T>? later, List<StreamEdge> edges) =>
        input.Connect(target, later ?? partitioning, edges);
}
