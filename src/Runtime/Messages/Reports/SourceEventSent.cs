namespace Akka.Flink.Runtime;

/// <summary>What a reader tells its enumerator.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Uid">The source.</param>
/// <param name="Subtask">The reader's subtask of the source.</param>
/// <param name="Data">What it tells.</param>
internal sealed record SourceEventSent(AttemptId Attempt, string Uid, int Subtask, ReadOnlyMemory<byte> Data) : ITaskMessage;
