namespace Akka.Flink.Runtime;

/// <summary>A checkpoint that all subtasks have acknowledged: all that a restore needs.</summary>
/// <param name="Id">The checkpoint.</param>
/// <param name="Kind">What happened behind it.</param>
/// <param name="TriggeredAtMs">When it was triggered, in milliseconds since the epoch.</param>
/// <param name="DurationMs">From its trigger to the last acknowledgement.</param>
/// <param name="WrittenBytes">What was written for it.</param>
/// <param name="StateBytes">What a restore reads of keyed state.</param>
/// <param name="BaseBytes">What it would have read right after keyed state was last written whole.</param>
/// <param name="Subtasks">The subtasks' parts, by vertex and index.</param>
/// <param name="Enumerators">The enumerators' parts.</param>
internal sealed record CompletedCheckpoint(
    CheckpointId Id,
    CheckpointKind Kind,
    long TriggeredAtMs,
    long DurationMs,
    long WrittenBytes,
    long StateBytes,
    long BaseBytes,
    IReadOnlyList<SubtaskState> Subtasks,
    IReadOnlyList<EnumeratorState> Enumerators);
