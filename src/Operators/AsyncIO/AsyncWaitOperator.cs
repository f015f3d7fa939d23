namespace Akka.Flink.Operators;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Runs an <see cref="IAsyncFunction{TIn, TOut}"/>: calls are on their way while records come, and what they give comes back
/// between
/// two batches.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <remarks>
/// <para>Records and watermarks stand in a queue. One that finds it full is not taken: upstream waits, until <see cref="Resume"/> says that
/// there is room. A call that ends on another thread rings for the task, which resumes the operator.</para>
/// <para><b>State.</b> What is in the queue; it is asked about again after a restore. A watermark is kept only while the parallelism is the
/// same: it says something of the records of its subtask.</para>
/// <para><b>Flink.</b> <c>AsyncWaitOperator</c>.</para>
/// </remarks>
internal sealed partial class AsyncWaitOperator<TIn, TOut> : OneInputOperator<TIn, TOut>
{
    private readonly IAsyncFunction<TIn, TOut> _function;
    private readonly AsyncOptions<TOut> _options;
    private readonly Queue<(long TimeMs, int Parallelism, TIn[] Value)> _restored = new();
    private AsyncQueue<TIn, TOut> _queue;
    private IListState<(long TimeMs, int Parallelism, TIn[] Value)> _inFlight = null!;
    private long? _waitingWatermark;   // it found the queue full
    private bool _isRefusing;          // so did a record, which is not taken
    private bool _isEnding;            // the input has ended, and not all results have come out

    public AsyncWaitOperator(
        OperatorContext context, Output<TOut> output, IAsyncFunction<TIn, TOut> function, AsyncOptions<TOut> options)
        : base(context, output)
    {
        _function = function;
        _options = options;
        _queue = AsyncQueue<TIn, TOut>.Of(options.Mode);
        _inbox = new AsyncInbox<TIn, TOut>(context.Doorbell);
    }

    /// <inheritdoc/>
    internal override bool IsWaiting =>
        (_isRefusing || _isEnding || _waitingWatermark is not null) && IsWritable && !_queue.HasDone && _inbox.IsEmpty;

    private bool HasRoom => _queue.Count < _options.Capacity && _restored.Count == 0 && _waitingWatermark is null;

    // Whether nothing was left untaken, and everything that may go out has.
    private bool IsSettled => !_isRefusing && !_isEnding && _waitingWatermark is null && IsWritable;

    public override void Open()
    {
        UserFunction.Open(_function, Context, null);
        _inFlight = Context.States.Store.GetListState(
            new ListStateDescriptor<(long TimeMs, int Parallelism, TIn[] Value)>("in-flight"));
        foreach (var element in _inFlight)
        {
            if (element.Value.Length > 0 || element.Parallelism == Context.Parallelism)
                _restored.Enqueue(element);
        }

        if (_restored.Count > 0)
            Context.Doorbell.Ring();
    }

    public override int Process(RecordBatch<TIn> batch, int from)
    {
        Settle();
        var i = from;
        for (; i < batch.Count && IsWritable; i++)
        {
            if (!HasRoom)
            {
                _isRefusing = true;
                break;
            }

            Add(new AsyncEntry<TIn, TOut> { Value = batch.Values[i].Value, TimeMs = batch.Timestamps[i] });
            Drain();
        }

        Context.Metrics.RecordsIn += i - from;
        Flush();
        return i;
    }

    public override bool ProcessWatermark(long watermarkMs)
    {
        Settle();
        _waitingWatermark = watermarkMs;
        Settle();
        return IsSettled;
    }

    public override bool EndInput()
    {
        _isEnding = true;
        RetryAtOnce();
        Settle();
        return TryEnd();
    }

    public override bool OnProcessingTime()
    {
        Settle();
        return IsWritable;
    }

    public override bool Resume()
    {
        var isOpen = base.Resume();
        Settle();
        _isRefusing &= !HasRoom;
        return (!_isEnding || TryEnd()) && isOpen && IsSettled;
    }

    // Not in PrepareSnapshot: until the barrier is sent, what comes out still belongs to the time before it.
    public override IReadOnlyList<ReadOnlyMemory<byte>> SnapshotElements(long checkpointId)
    {
        var elements = new List<(long TimeMs, int Parallelism, TIn[] Value)>(_queue.Count + _restored.Count);
        foreach (var entry in _queue.Entries)
            elements.Add((entry.TimeMs, Context.Parallelism, entry.IsWatermark ? [] : [entry.Value]));
        elements.AddRange(_restored);
        _inFlight.Update(elements);
        return [];
    }

    public override void Close()
    {
        _closing.Cancel();
        UserFunction.Close(_function);
    }

    /// <inheritdoc/>
    internal override void TakeOver(Operator before)
    {
        base.TakeOver(before);
        var same = (AsyncWaitOperator<TIn, TOut>)before;
        if (same.Context.Parallelism != Context.Parallelism)
            return;   // its records may have gone to other subtasks: they are asked about anew

        (_queue, _timers, _inbox) = (same._queue, same._timers, same._inbox);
        foreach (var entry in _queue.Entries)
        {
            var restored = _restored.Dequeue();   // calls are what is handed over: everything else comes out of the state
            entry.TimeMs = restored.TimeMs;
            entry.IsWatermark = restored.Value.Length == 0;
            entry.Value = entry.IsWatermark ? default! : restored.Value[0];
        }

        Context.Clock.WakeUpAt(_timers.NextMs);
    }

    // Takes what has come back or is due, lets out what may, and takes in what waits for room.
    private void Settle()
    {
        TakeCalls();
        FireDue();
        do
            Drain();
        while (FillUp());
        Flush();
    }

    private void Drain()
    {
        while (IsWritable && _queue.TryTake(out var entry))
        {
            if (entry.IsWatermark)
            {
                AdvanceTo(entry.TimeMs);
                continue;
            }

            foreach (var result in entry.Results!)
                Output.Collect(result, entry.TimeMs);
        }
    }

    private bool FillUp()
    {
        var hasMoved = false;
        while (_queue.Count < _options.Capacity && _restored.TryDequeue(out var element))
        {
            hasMoved = true;
            Add(element.Value.Length == 0
                ? new AsyncEntry<TIn, TOut> { IsWatermark = true, TimeMs = element.TimeMs }
                : new AsyncEntry<TIn, TOut> { Value = element.Value[0], TimeMs = element.TimeMs });
        }

        if (_waitingWatermark is not { } watermarkMs || _restored.Count > 0 || _queue.Count >= _options.Capacity)
            return hasMoved;

        _waitingWatermark = null;
        Add(new AsyncEntry<TIn, TOut> { IsWatermark = true, TimeMs = watermarkMs });
        return true;
    }

    private bool TryEnd()
    {
        if (_queue.Count > 0 || _restored.Count > 0 || _waitingWatermark is not null || !IsWritable)
            return false;

        _isEnding = false;
        return EmitEnd();
    }
}
