namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Flink.Operators;
using Akka.Flink.State;

/// <summary>The sending end of a channel: collects records into a batch until that is full, or until it must go.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="attempt">The attempt.</param>
/// <param name="id">The channel.</param>
/// <param name="receiver">The subtask at the other end.</param>
/// <remarks>
/// <para>A batch that is at least a quarter full is sent as it is: its columns are exchanged for those of a batch that came back.
/// Smaller ones are joined. What has been collected goes when it is full, when a watermark comes, when the task has nothing more to do,
/// and at the latest after the buffer timeout.</para>
/// <para>Without credit one batch is still collected; then it takes no more. A watermark waits behind that batch, and the next one takes
/// its place. Statuses, barriers and the end never wait: they push the batch out.</para>
/// <para>Where the other end is on another node, a batch that goes is written into frames, and its columns are this end's again.</para>
/// <para><b>Threads.</b> The sending task's.</para>
/// </remarks>
internal sealed class ChannelSender<T>(AttemptId attempt, ChannelId id, SubtaskId receiver)
    : ChannelSender(attempt, id, receiver), IInput<T>
{
    private const int SentAsItIs = RecordBatch<T>.Capacity / 4;   // a source that sends two subtasks half of a batch each must not copy it

    private ChannelSendProtocol _numbers = new();
    private BatchMessage<T>? _open;
    private BatchMessage? _free;
    private FrameOutlet<T>? _frames;   // null while the other end is on this node

    /// <inheritdoc/>
    protected override long Sent => _numbers.Sent;

    private BatchMessage<T> Open => _open ??= TakeFree();

    private bool HasCredit => _numbers.HasCredit && _frames is not { IsIdle: false };

    /// <inheritdoc/>
    public override void Connect(IActorRef target)
    {
        base.Connect(target);
        if (target is IActorRefScope { IsLocal: false })
            _frames = new FrameOutlet<T>(target, new FrameHead(Attempt, Id), TypeSerializers.For<T>());
    }

    /// <inheritdoc/>
    public int Process(RecordBatch<T> batch, int from)
    {
        var count = batch.Count - from;
        if (count <= 0)
            return batch.Count;
        if (!MakeRoom(count))
        {
            IsRefusing = true;
            return from;
        }

        var records = Open.Records;
        if (from == 0 && records.Count == 0 && count >= SentAsItIs)
            records.Exchange(batch);
        else
            records.Append(batch, from);
        batch.Count = from + count;   // whoever filled it goes by that
        if (records.Count >= SentAsItIs && HasCredit)
            SendOpen();
        return batch.Count;
    }

    /// <inheritdoc/>
    public bool ProcessWatermark(long watermarkMs)
    {
        var open = Open;
        open.HasWatermark = true;
        open.WatermarkMs = watermarkMs;
        if (HasCredit)
            SendOpen();
        return true;
    }

    /// <inheritdoc/>
    public bool ProcessStatus(bool idle)
    {
        Send(new StatusMessage { Attempt = Attempt, Channel = Id, IsIdle = idle });
        return true;
    }

    /// <inheritdoc/>
    public bool EndInput()
    {
        Send(new EndMessage { Attempt = Attempt, Channel = Id });
        return true;
    }

    /// <inheritdoc/>
    public bool Resume()
    {
        if (!IsRefusing)
            return true;
        if (!HasCredit)
            return false;

        SendOpen();
        IsRefusing = false;
        return true;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        if (HasCredit)
            SendOpen();
    }

    /// <inheritdoc/>
    public override void SendBarrier(CheckpointBarrier barrier) =>
        Send(barrier.Savepoint is null
            ? new BarrierMessage { Attempt = Attempt, Channel = Id, Barrier = barrier }
            : new SavepointBarrierMessage { Attempt = Attempt, Channel = Id, Barrier = barrier });

    /// <inheritdoc/>
    public override void TakeBack(BatchMessage returned)
    {
        _numbers.TakeGrant(returned.GrantedBatches);
        for (BatchMessage? each = returned; each is not null;)
        {
            var next = each.Next;
            each.IsReturning = false;
            each.Next = _free;
            _free = each;
            each = next;
        }
    }

    /// <inheritdoc/>
    public override void TakeGrant(long batches, long bytes)
    {
        _numbers.TakeGrant(batches);
        if (_frames is not null)
            Reuse(_frames.TakeGrant(bytes, ref _numbers));
    }

    // Whether so many records fit in front of the next watermark, if need be after what was collected is sent.
    private bool MakeRoom(int count)
    {
        if (_open is not { } open)
            return true;

        var held = open.Records.Count;
        if (!open.HasWatermark && (held == 0 || held + count <= RecordBatch<T>.Capacity))
            return true;
        if (held > 0 && !HasCredit)
            return false;

        SendOpen();
        return true;
    }

    private void Send(ChannelMessage message)
    {
        SendOpen();
        if (_frames is not null)
        {
            Reuse(_frames.Send(message, ref _numbers));
            return;
        }

        message.Sequence = _numbers.Next(isBatch: false);
        Target.Tell(message, ActorRefs.NoSender);
    }

    private void SendOpen()
    {
        if (_open is not { } open || (open.Records.Count == 0 && !open.HasWatermark))
            return;

        open.TakesCredit = open.Records.Count > 0;
        _open = null;
        if (_frames is not null)
        {
            Reuse(_frames.Send(open, ref _numbers));
            return;
        }

        open.Sequence = _numbers.Next(open.TakesCredit);
        Target.Tell(open, ActorRefs.NoSender);
    }

    private void Reuse(BatchMessage<T>? written)
    {
        for (var each = written; each is not null;)
        {
            var next = (BatchMessage<T>?)each.Next;
            each.Records.Clear();
            each.HasWatermark = false;
            each.Next = _free;
            _free = each;
            each = next;
        }
    }

    private BatchMessage<T> TakeFree()
    {
        if (_free is not BatchMessage<T> free)
            return new BatchMessage<T> { Attempt = Attempt, Channel = Id, Home = this };

        _free = free.Next;
        free.Next = null;
        return free;
    }
}
