namespace Akka.Flink.Runtime;

/// <summary>What a subtask restores: already dealt out, so that it contains what falls to this subtask and no more than that, except for
/// keyed state, of which the handles overlap with its key groups.</summary>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="Operators">The parts by operator: elements dealt out; keyed handles of all subtasks that owned one of its key
/// groups.</param>
internal sealed record TaskRestore(CheckpointId Checkpoint, IReadOnlyList<OperatorRestore> Operators)
{
    /// <summary>How much state the message itself holds.</summary>
    public long Bytes => Operators.Sum(each => each.Bytes);
}
