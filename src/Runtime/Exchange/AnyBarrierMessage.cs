namespace Akka.Flink.Runtime;

/// <summary>What comes before belongs to a checkpoint, what comes behind does not.</summary>
internal abstract class AnyBarrierMessage : ChannelMessage
{
    /// <summary>The checkpoint.</summary>
    public required CheckpointBarrier Barrier { get; init; }
}
