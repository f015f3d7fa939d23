namespace Akka.Flink.Connectors.Files;

/// <summary>What the enumerator of a source over files remembers.</summary>
/// <param name="HasLooked">Whether files were looked for already.</param>
/// <param name="Waiting">What no reader was given yet.</param>
/// <param name="Taken">The files that were found so far, in a watched folder.</param>
public sealed record FileEnumeratorState(bool HasLooked, IReadOnlyList<FileSplit> Waiting, IReadOnlyList<FoundFile> Taken);
