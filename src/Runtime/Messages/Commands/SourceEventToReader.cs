namespace Akka.Flink.Runtime;

/// <summary>What an enumerator tells a reader.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Uid">The source.</param>
/// <param name="Sequence">The number among all that the reader is told.</param>
/// <param name="Data">What it tells.</param>
internal sealed record SourceEventToReader(AttemptId Attempt, string Uid, long Sequence, ReadOnlyMemory<byte> Data) : ISplitCommand;
