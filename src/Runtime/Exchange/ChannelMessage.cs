namespace Akka.Flink.Runtime;

using Akka.Event;

/// <summary>What travels over a channel, with its place there.</summary>
/// <remarks>One that reaches nobody, since the task has stopped, is not worth a word: the attempt is over.</remarks>
internal abstract class ChannelMessage : IDeadLetterSuppression
{
    /// <summary>The attempt.</summary>
    public required AttemptId Attempt { get; init; }

    /// <summary>The channel.</summary>
    public required ChannelId Channel { get; init; }

    /// <summary>Its number in the channel, from 1.</summary>
    public long Sequence { get; set; }
}
