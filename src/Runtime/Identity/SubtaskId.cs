namespace Akka.Flink.Runtime;

/// <summary>A subtask of a job: the chain of one vertex, run by one task.</summary>
/// <param name="Vertex">The vertex in the job graph, from 0.</param>
/// <param name="Index">The subtask of the vertex, from 0.</param>
public readonly record struct SubtaskId(int Vertex, int Index)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Vertex}.{Index}";
}
