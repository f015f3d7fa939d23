namespace Akka.Flink.Operators;

/// <summary>A step of a program with what comes out of it.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="environment">Whose program it belongs to.</param>
internal abstract class Transformation<T>(StreamExecutionEnvironment environment) : Transformation(environment)
{
    /// <summary>Finds the operators that the records come from.</summary>
    /// <param name="input">The input that they go to.</param>
    /// <param name="partitioning">How they are dealt out, if that is settled by a later step.</param>
    /// <param name="edges">Receives an edge for each.</param>
    public abstract void Connect(NodeInput<T> input, Partitioning<T>? partitioning, List<StreamEdge> edges);
}
