namespace Akka.Flink.Runtime;

/// <summary>What one operator of one subtask had at a checkpoint.</summary>
/// <param name="Uid">The operator's uid.</param>
/// <param name="Elements">What it kept apart from keyed state, dealt out evenly at a restore.</param>
/// <param name="Keyed">Its keyed state; null without.</param>
internal sealed record OperatorStateHandle(string Uid, IReadOnlyList<ReadOnlyMemory<byte>> Elements, KeyedStateHandle? Keyed)
{
    /// <summary>The chunks of operator state by name; at a restore every subtask gets those of all.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> States { get; init; } = [];
}
