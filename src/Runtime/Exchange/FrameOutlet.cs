namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Flink.State;

/// <summary>Sends what a channel carries to another node, in order, as far as the receiver has granted bytes.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="target">The task at the other end.</param>
/// <param name="head">The heads of the channel's frames.</param>
/// <param name="serializer">Writes values.</param>
/// <remarks>Barriers and the end need no credit of their own, but stay behind the records before them: where bytes are lacking, they wait
/// with these. The sender takes at most one more batch meanwhile.<para><b>Threads.</b> The sending task's.</para></remarks>
internal sealed class FrameOutlet<T>(IActorRef target, FrameHead head, ITypeSerializer<T> serializer)
{
    private readonly FrameWriter<T> _writer = new(head, serializer);
    private readonly Queue<ChannelMessage> _waiting = new();
    private DataFrame? _ready;   // made, and larger than what is granted
    private long _sentBytes;
    private long _grantedBytes = PeerBudgets.LeastShareBytes;

    /// <summary>Whether nothing waits for bytes to be granted.</summary>
    public bool IsIdle => _waiting.Count == 0;

    /// <summary>Sends a message behind all others.</summary>
    /// <param name="message">A batch, a barrier, a status or an end.</param>
    /// <param name="numbers">The channel's numbers.</param>
    /// <returns>The batches that are in frames, hanging on each other; null without.</returns>
    public BatchMessage<T>? Send(ChannelMessage message, ref ChannelSendProtocol numbers)
    {
        _waiting.Enqueue(message);
        return _waiting.Count == 1 ? SendWaiting(ref numbers) : null;
    }

    /// <summary>Takes a grant, and sends what has waited for it.</summary>
    /// <param name="bytes">How many bytes may have been sent in all.</param>
    /// <param name="numbers">The channel's numbers.</param>
    /// <returns>The batches that are in frames, hanging on each other; null without.</returns>
    public BatchMessage<T>? TakeGrant(long bytes, ref ChannelSendProtocol numbers)
    {
        _grantedBytes = Math.Max(_grantedBytes, bytes);
        return SendWaiting(ref numbers);
    }

    private BatchMessage<T>? SendWaiting(ref ChannelSendProtocol numbers)
    {
        BatchMessage<T>? done = null;
        while (_waiting.TryPeek(out var message))
        {
            if (message is not BatchMessage<T> batch)
            {
                message.Sequence = numbers.Next(isBatch: false);
                target.Tell(message, ActorRefs.NoSender);
            }
            else if (SendFrames(batch, ref numbers))
            {
                batch.Next = done;
                done = batch;
            }
            else
            {
                break;
            }

            _waiting.Dequeue();
        }

        return done;
    }

    // A frame has its number from the moment it is made, but it counts as sent only when it is: an idle channel repeats what was sent.
    private bool SendFrames(BatchMessage<T> batch, ref ChannelSendProtocol numbers)
    {
        if (_ready is null && _writer.IsDone)
            _writer.Begin(batch);
        do
        {
            _ready ??= MakeNext(batch, numbers.Sent + 1);
            if (_ready.Bytes.Length > _grantedBytes - _sentBytes)
                return false;

            _sentBytes += _ready.Bytes.Length;
            numbers.Next(_ready.Is(FrameFlags.EndsBatch));
            target.Tell(_ready, ActorRefs.NoSender);
            _ready = null;
        }
        while (!_writer.IsDone);

        return true;
    }

    private DataFrame MakeNext(BatchMessage<T> batch, long sequence)
    {
        try
        {
            return _writer.Next(sequence);
        }
        catch (Exception cause) when (cause is not FlinkException)   // serializers of users' types run in it
        {
            throw TaskErrors.NotWritten(batch.Channel, typeof(T), cause);
        }
    }
}
