namespace Akka.Flink.Runtime;

/// <summary>A source that waits for others says how far it is.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Uid">The source.</param>
/// <param name="Subtask">The subtask of the source.</param>
/// <param name="WatermarkMs">Milliseconds since the epoch; the largest long if nobody is to wait for it.</param>
internal sealed record WatermarkReported(AttemptId Attempt, string Uid, int Subtask, long WatermarkMs) : ITaskMessage;
