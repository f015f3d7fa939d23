namespace Akka.Flink.Runtime;

/// <summary>A batch on its way over a channel and back, whatever its records are.</summary>
/// <remarks>The sender fills it and sends it; from then on it is the receiver's, which works on its columns in place and sends it back,
/// empty, with a grant. Then it is the sender's again.</remarks>
internal abstract class BatchMessage : ChannelMessage
{
    /// <summary>The sender, to which it returns; null for one that the receiver has read out of frames, which keeps it.</summary>
    public required ChannelSender? Home { get; init; }

    /// <summary>Whether it is on its way back.</summary>
    public bool IsReturning { get; set; }

    /// <summary>Whether there were records when it was sent: those take credit, a watermark alone does not.</summary>
    public bool TakesCredit { get; set; }

    /// <summary>On the way back: how many batches may have been sent in all.</summary>
    public long GrantedBatches { get; set; }

    /// <summary>On the way back, or among those that wait to be filled: the next one.</summary>
    public BatchMessage? Next { get; set; }

    /// <summary>Whether there is a watermark behind the records.</summary>
    public bool HasWatermark { get; set; }

    /// <summary>The watermark behind the records.</summary>
    public long WatermarkMs { get; set; }
}
