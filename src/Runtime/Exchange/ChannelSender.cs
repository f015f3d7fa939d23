namespace Akka.Flink.Runtime;

using Akka.Actor;

/// <summary>The sending end of a channel, whatever its records are.</summary>
/// <param name="attempt">The attempt.</param>
/// <param name="id">The channel.</param>
/// <param name="receiver">The subtask at the other end.</param>
/// <remarks><para><b>Threads.</b> The sending task's.</para></remarks>
internal abstract class ChannelSender(AttemptId attempt, ChannelId id, SubtaskId receiver)
{
    private long _repeated;

    /// <summary>The channel.</summary>
    public ChannelId Id { get; } = id;

    /// <summary>The subtask at the other end.</summary>
    public SubtaskId Receiver { get; } = receiver;

    /// <summary>Whether it took no more when it was last asked.</summary>
    public bool IsRefusing { get; protected set; }

    /// <summary>The attempt.</summary>
    protected AttemptId Attempt { get; } = attempt;

    /// <summary>The task at the other end.</summary>
    protected IActorRef Target { get; private set; } = ActorRefs.Nobody;

    /// <summary>Settles where the other end is.</summary>
    /// <param name="target">The task.</param>
    public virtual void Connect(IActorRef target) => Target = target;

    /// <summary>Sends what was collected, as far as it may.</summary>
    public abstract void Flush();

    /// <summary>Sends a barrier behind all that was collected. It needs no credit, and neither does what has to go before it.</summary>
    /// <param name="barrier">The barrier.</param>
    public abstract void SendBarrier(CheckpointBarrier barrier);

    /// <summary>Takes batches back, and the grant that comes with the first of them.</summary>
    /// <param name="returned">The first; the others hang on it.</param>
    public abstract void TakeBack(BatchMessage returned);

    /// <summary>Takes a grant.</summary>
    /// <param name="batches">How many batches may have been sent in all.</param>
    /// <param name="bytes">How many bytes may have been sent in all, where the other end is on another node.</param>
    public abstract void TakeGrant(long batches, long bytes);

    /// <summary>Called once a second: repeats the number of the last message if none was sent since.</summary>
    public void Repeat()
    {
        if (Sent == _repeated && Sent > 0)
            Target.Tell(new ChannelPosition(Attempt, Id, Sent), ActorRefs.NoSender);
        _repeated = Sent;
    }

    /// <summary>The number of the last message.</summary>
    protected abstract long Sent { get; }
}
