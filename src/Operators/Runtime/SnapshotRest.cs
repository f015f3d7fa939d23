namespace Akka.Flink.Operators;

/// <summary>What an operator adds to a snapshot after it was taken.</summary>
/// <param name="Elements">Elements, dealt out evenly after a restore.</param>
/// <param name="States">Chunks of operator state by name: after a restore every subtask is given those of all.</param>
internal sealed record SnapshotRest(IReadOnlyList<ReadOnlyMemory<byte>> Elements, IReadOnlyList<ReadOnlyMemory<byte>> States);
