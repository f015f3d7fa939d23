namespace Akka.Flink.Runtime;

using Akka.Event;

/// <summary>The sender repeats the number of its last message: an idle channel in which that was lost shows by it.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Sent">The number.</param>
internal sealed record ChannelPosition(AttemptId Attempt, ChannelId Channel, long Sent) : ITaskMessage, IDeadLetterSuppression;
