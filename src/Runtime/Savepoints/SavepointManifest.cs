namespace Akka.Flink.Runtime;

/// <summary>What a savepoint says of itself: the job, its operators with their state, and the files beside it.</summary>
/// <param name="Job">The job that it was taken of.</param>
/// <param name="Name">The job's name.</param>
/// <param name="Checkpoint">The checkpoint that it is.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Operators">All operators of the job, with or without state.</param>
/// <param name="Enumerators">What enumerators of sources remembered.</param>
/// <param name="Files">The files with keyed state.</param>
/// <remarks>In memory, as on disk, chunks are in files of the savepoint's own directory, named without it: it can be moved.</remarks>
internal sealed record SavepointManifest(
    JobId Job,
    string Name,
    CheckpointId Checkpoint,
    DateTimeOffset At,
    IReadOnlyList<SavedOperator> Operators,
    IReadOnlyList<EnumeratorState> Enumerators,
    IReadOnlyList<SavedFile> Files)
{
    /// <summary>How many bytes of keyed state there are.</summary>
    public long KeyedBytes => Operators.Sum(each => each.Parts.Sum(part => part.Keyed?.Bytes ?? 0));
}
