namespace Akka.Flink.Runtime;

/// <summary>A place for one subtask of each vertex of a job, on one node.</summary>
/// <param name="Node">The node's unique address, as text; <c>local</c> in an embedded process.</param>
/// <param name="Number">The slot of that node, from 0.</param>
public readonly record struct SlotId(string Node, int Number)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Node}/{Number}";
}
