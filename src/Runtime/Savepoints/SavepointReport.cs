namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What is in a savepoint, for people.</summary>
/// <param name="Path">Its directory.</param>
/// <param name="Job">The job that it was taken of.</param>
/// <param name="Name">The job's name.</param>
/// <param name="Checkpoint">The checkpoint that it is: 'attempt.number'.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Bytes">How large it is, manifest and files.</param>
/// <param name="Operators">The job's operators, upstream first.</param>
internal sealed record SavepointReport(
    string Path,
    string Job,
    string Name,
    string Checkpoint,
    DateTimeOffset At,
    long Bytes,
    ImmutableArray<SavedOperatorReport> Operators);
