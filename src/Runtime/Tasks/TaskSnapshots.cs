namespace Akka.Flink.Runtime;

/// <summary>A task's part in checkpoints: aligns barriers, takes the snapshot between two batches, writes it in slices, and reports it when
/// it is durable.</summary>
/// <remarks>
/// <para>At any time at most one checkpoint is being aligned, and one being written; those that are written wait until they are durable. A
/// newer barrier ends the alignment of an older one. A snapshot cannot begin before the last one is written: then slices are written
/// without batches in between.</para>
/// <para>When the store fails, the checkpoints that wait for it are declined, and the next one is a base in a new segment: the chain has a
/// hole.</para>
/// <para><b>Threads.</b> The task's.</para>
/// </remarks>
internal sealed partial class TaskSnapshots
{
    private readonly TaskChain _chain;
    private readonly AttemptId _attempt;
    private readonly JobSettings _settings;
    private readonly NodeServices _services;
    private readonly ReadyChannels _ready;
    private readonly Action<SegmentProgress> _progress;
    private readonly Action<ITaskMessage> _report;
    private readonly KeyedChain?[] _keyed;
    private readonly HashSet<ChannelReceiver> _arrived = [];
    private CheckpointBarrier? _aligning;
    private long _alignedSince;
    private long _lastNumber;

    /// <summary>The snapshots of a task.</summary>
    /// <param name="chain">Its operators and channels.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="settings">How the job is run.</param>
    /// <param name="services">The node's store and clock.</param>
    /// <param name="ready">The channels that may go on.</param>
    /// <param name="progress">Takes what the store says to <see cref="TakeProgress"/>, on the task's thread.</param>
    /// <param name="report">Tells the job master.</param>
    public TaskSnapshots(
        TaskChain chain,
        AttemptId attempt,
        JobSettings settings,
        NodeServices services,
        ReadyChannels ready,
        Action<SegmentProgress> progress,
        Action<ITaskMessage> report)
    {
        _chain = chain;
        _attempt = attempt;
        _settings = settings;
        _services = services;
        _ready = ready;
        _progress = progress;
        _report = report;
        _keyed = Array.ConvertAll(chain.Operators, each =>
            each.Operator.KeyedState is { } state ? new KeyedChain(each.Operator.Context, state) : null);
    }

    /// <summary>Whether everything stands still behind the barrier of a stopping checkpoint.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>Whether a checkpoint has been asked for whose barrier has not been sent: splits that come now belong to the next.</summary>
    public bool IsBarrierDue => _due is not null || _taking is not null;

    /// <summary>The last checkpoint before the end; -1 while there is none.</summary>
    public long FinalNumber { get; private set; } = -1;

    /// <summary>Goes on with the chain that an operator's state was restored from.</summary>
    /// <param name="index">The operator's index in the chain.</param>
    /// <param name="handle">What was restored.</param>
    public void GoOnFrom(int index, KeyedStateHandle handle) => _keyed[index]?.GoOnFrom(handle);

    /// <summary>Takes the order to begin a checkpoint, in a task with a source.</summary>
    /// <param name="trigger">The order.</param>
    public void Trigger(TriggerCheckpoint trigger)
    {
        if (trigger.Number <= _lastNumber)
            return;

        _lastNumber = trigger.Number;
        SetDue(new CheckpointBarrier(trigger.Number, trigger.Kind, trigger.IsBase), 0);
    }

    /// <summary>Takes a barrier that a channel has come to.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="barrier">The barrier.</param>
    public void TakeBarrier(ChannelReceiver channel, CheckpointBarrier barrier)
    {
        if (barrier.Number <= _lastNumber && _aligning?.Number != barrier.Number)
            return;

        if (_aligning is { } older && older.Number < barrier.Number)
        {
            EndAlignment();
            Decline(older.Number, $"The barrier of checkpoint {barrier.Number} came before all of those of {older.Number}.");
        }

        if (_aligning is null)
        {
            _aligning = barrier;
            _lastNumber = barrier.Number;
            _alignedSince = _services.Clock.GetTimestamp();
        }

        _arrived.Add(channel);
        channel.IsBlocked = _settings.Checkpoints.Mode == CheckpointingMode.ExactlyOnce;
        CheckAlignment();
    }

    /// <summary>Looks whether all barriers are there: also called when a channel has ended, which counts as aligned.</summary>
    public void CheckAlignment()
    {
        if (_aligning is not { } barrier)
            return;

        foreach (var channel in _chain.Receivers)
        {
            if (!channel.HasEnded && !_arrived.Contains(channel))
                return;
        }

        var aligned = _services.Clock.GetElapsedTime(_alignedSince);
        _aligning = null;
        SetDue(barrier, (long)aligned.TotalMilliseconds);
    }

    /// <summary>Learns that a checkpoint will not complete.</summary>
    /// <param name="number">The checkpoint.</param>
    public void Abort(long number)
    {
        _lastNumber = Math.Max(_lastNumber, number);   // its barrier may still be on its way, and finds nobody waiting
        if (_aligning?.Number == number)
            EndAlignment();
        if (_due?.Barrier.Number == number)
        {
            _due = null;
            Unblock();
        }

        foreach (var snapshot in Pending())
        {
            if (snapshot.Barrier.Number == number)
                snapshot.IsGivenUp = true;
        }

        if (number == _frozenBy)
            IsFrozen = false;
        if (number == FinalNumber)
            FinalNumber = -1;
    }

    private void EndAlignment()
    {
        _aligning = null;
        Unblock();
    }

    private void Unblock()
    {
        foreach (var channel in _arrived)
            _ready.Unblock(channel);
        _arrived.Clear();
    }

    private void SetDue(CheckpointBarrier barrier, long alignmentMs)
    {
        if (_due is { } older)
            Decline(older.Barrier.Number, $"Checkpoint {barrier.Number} was asked for before {older.Barrier.Number} could begin.");
        _due = new TaskSnapshot(barrier, alignmentMs, _services.Clock.GetTimestamp());
    }

    private void Decline(long number, string reason) => _report(new CheckpointDeclined(_attempt, number, _chain.Subtask, reason));
}
