namespace Akka.Flink.Runtime;

using Akka.Event;

/// <summary>The receiver grants batches where it has none to send back, as between nodes; also repeated by an idle channel.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Batches">How many batches may have been sent in all.</param>
/// <param name="Bytes">How many bytes may have been sent in all, between nodes; 0 within one.</param>
internal sealed record Grant(AttemptId Attempt, ChannelId Channel, long Batches, long Bytes) : ITaskMessage, IDeadLetterSuppression;
