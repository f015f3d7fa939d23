namespace Akka.Flink.Runtime;

/// <summary>Tells a source how far its watermark may go.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Uid">The source.</param>
/// <param name="Sequence">The number among all that the reader is told.</param>
/// <param name="MaxWatermarkMs">Milliseconds since the epoch.</param>
internal sealed record AlignWatermark(AttemptId Attempt, string Uid, long Sequence, long MaxWatermarkMs) : ISplitCommand;
