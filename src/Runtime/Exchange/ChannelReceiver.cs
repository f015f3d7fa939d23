namespace Akka.Flink.Runtime;

using Akka.Actor;

/// <summary>The receiving end of a channel, whatever its records are: a queue in front of an input.</summary>
/// <remarks><para><b>Threads.</b> The receiving task's.</para></remarks>
internal abstract class ChannelReceiver
{
    private readonly Queue<ChannelMessage> _queue = new();
    private ChannelReceiveProtocol _numbers;
    private IActorRef _source = ActorRefs.Nobody;
    private BatchMessage? _returning;
    private int _returningCount;   // worked off since the last grant
    private ByteGrants? _bytes;    // null while the other end is on this node
    private long _repeated;

    /// <summary>An empty channel.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="id">The channel.</param>
    /// <param name="sender">The subtask at the other end.</param>
    /// <param name="maxBatches"><c>channel.max-batches</c>.</param>
    protected ChannelReceiver(AttemptId attempt, ChannelId id, SubtaskId sender, int maxBatches)
    {
        Attempt = attempt;
        Id = id;
        Sender = sender;
        _numbers = new ChannelReceiveProtocol(maxBatches);
    }

    /// <summary>The channel.</summary>
    public ChannelId Id { get; }

    /// <summary>The subtask at the other end.</summary>
    public SubtaskId Sender { get; }

    /// <summary>Its place among the inputs of the task.</summary>
    public int Index { get; set; }

    /// <summary>Whether it waits until the barrier has come on the others.</summary>
    public bool IsBlocked { get; set; }

    /// <summary>Whether the task has it in the queue of those that have work.</summary>
    public bool IsQueued { get; set; }

    /// <summary>Whether the stream has ended, as far as it was processed.</summary>
    public bool HasEnded { get; protected set; }

    /// <summary>The barrier that the last step came to.</summary>
    public CheckpointBarrier Barrier { get; protected set; }

    /// <summary>Whether a batch is processed in part: no other channel may go on.</summary>
    public abstract bool IsInBatch { get; }

    /// <summary>Whether there is anything to process.</summary>
    public bool HasMessages => _queue.Count > 0;

    /// <summary>How many messages wait.</summary>
    public int Count => _queue.Count;

    /// <summary>Settles where the other end is.</summary>
    /// <param name="source">The task.</param>
    /// <param name="peers">What channels from the same node share.</param>
    public void Connect(IActorRef source, PeerBudgets peers)
    {
        _source = source;
        if (source is not IActorRefScope { IsLocal: false })
            return;

        var budget = peers.Of(source.Path.Address);
        budget.Join();
        _bytes = new ByteGrants(budget);
    }

    /// <summary>Gives back what it shares with others.</summary>
    public void Close()
    {
        _bytes?.Close();
        _bytes = null;
    }

    /// <summary>Appends a message.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="JobException">One before it is missing.</exception>
    public void Take(ChannelMessage message)
    {
        switch (_numbers.Judge(message.Sequence))
        {
            case Arrival.Next:
                _queue.Enqueue(message);
                break;
            case Arrival.Gap:
                throw TaskErrors.ChannelGap(Id, _numbers.Received + 1, message.Sequence);
        }
    }

    /// <summary>Takes the number that the sender repeats.</summary>
    /// <param name="position">The number.</param>
    /// <param name="nowMs">The time.</param>
    public void Take(ChannelPosition position, long nowMs) => _numbers.TakeAnnouncement(position.Sent, nowMs);

    /// <summary>Processes the next message, or goes on with it.</summary>
    public abstract ReceiverStep Step();

    /// <summary>Goes on with what the last step left.</summary>
    /// <returns>Whether nothing is left.</returns>
    public abstract bool Resume();

    /// <summary>Called when the task pauses: sends back what is worked off, with a grant. To another node a grant goes only when it is due:
    /// there is nothing to send back.</summary>
    /// <param name="nowMs">The time.</param>
    public void SendGrant(long nowMs)
    {
        if (_bytes is not null && IsGrantDue)
            TellGrant(nowMs);
        if (_returning is not { } returning)
            return;

        _returning = null;
        _returningCount = 0;
        returning.GrantedBatches = _numbers.Grant(nowMs);
        _source.Tell(returning, ActorRefs.NoSender);
    }

    /// <summary>Called once a second: repeats the grant if nothing was processed since, and looks whether anything is missing.</summary>
    /// <param name="nowMs">The time.</param>
    /// <param name="timeout"><c>channel.timeout</c>.</param>
    /// <exception cref="JobException">A message is missing.</exception>
    public void Check(long nowMs, TimeSpan timeout)
    {
        if (_numbers.IsOverdue(nowMs, (long)timeout.TotalMilliseconds))
            throw TaskErrors.ChannelLost(Id, _numbers.Received, timeout);
        if (_numbers.Received == _repeated)
            TellGrant(nowMs);
        _repeated = _numbers.Received;
    }

    /// <summary>Whether so much is worked off that the sender should hear of it before the task pauses.</summary>
    public bool IsGrantDue => (_returningCount > 0 && _returningCount * 2 >= _numbers.Window) || _bytes is { IsDue: true };

    /// <summary>The attempt.</summary>
    protected AttemptId Attempt { get; }

    /// <summary>Takes the next message out of the queue.</summary>
    protected ChannelMessage Dequeue() => _queue.Dequeue();

    /// <summary>Keeps a batch that is worked off until the next grant.</summary>
    /// <param name="batch">The batch, empty.</param>
    protected void Release(BatchMessage batch)
    {
        if (batch.TakesCredit)
            _numbers.Processed();
        batch.HasWatermark = false;
        _returningCount++;
        if (batch.Home is null)
            return;

        batch.IsReturning = true;
        batch.Next = _returning;
        _returning = batch;
    }

    /// <summary>Counts a frame that is taken out of the queue.</summary>
    /// <param name="frame">The frame.</param>
    protected void Work(DataFrame frame) => _bytes?.Work(frame.Bytes.Length);

    private void TellGrant(long nowMs)
    {
        _returningCount = 0;
        _source.Tell(new Grant(Attempt, Id, _numbers.Grant(nowMs), _bytes?.Next() ?? 0), ActorRefs.NoSender);
    }
}
