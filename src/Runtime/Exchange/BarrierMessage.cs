namespace Akka.Flink.Runtime;

/// <summary>What comes before belongs to a checkpoint, what comes behind does not.</summary>
internal sealed class BarrierMessage : ChannelMessage, IWireMessage
{
    /// <summary>The checkpoint.</summary>
    public required CheckpointBarrier Barrier { get; init; }
}
