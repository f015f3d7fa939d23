namespace Akka.Flink.Runtime;

/// <summary>What an operator of a subtask restores.</summary>
/// <param name="Uid">The operator.</param>
/// <param name="Elements">Its elements.</param>
/// <param name="Keyed">Where its keyed state is.</param>
/// <param name="IsSameRange">Whether it is what this very subtask wrote: key groups have not moved, so the next checkpoint may hold changes
/// only.</param>
internal sealed record OperatorRestore(
    string Uid, IReadOnlyList<ReadOnlyMemory<byte>> Elements, IReadOnlyList<KeyedStateHandle> Keyed, bool IsSameRange)
{
    /// <summary>The chunks of operator state by name, of all subtasks.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> States { get; init; } = [];

    /// <summary>How much of it the message itself holds.</summary>
    public long Bytes => Elements.Sum(each => (long)each.Length) + States.Sum(each => (long)each.Length);
}
