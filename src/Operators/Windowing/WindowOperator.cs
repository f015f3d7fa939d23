namespace Akka.Flink.Operators;

using System.Runtime.InteropServices;
using Akka.Flink.State;
using Akka.Flink.State.Keyed;
using Akka.Flink.State.Timers;
using Akka.Flink.Windowing;

/// <summary>Windows of any kind, each kept for itself in state by key and window, with timers for the trigger and the cleanup.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TCodec">The key's codec.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <typeparam name="TContents">What is kept of a window's records.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks>
/// <para>For each record and window: the record is added, the trigger decides, and a timer is set for the cleanup. Windows that merge
/// share the content of one of them: the state says, for each window of a key, under which window its content lies.</para>
/// <para><b>Flink.</b> <c>WindowOperator</c>.</para>
/// </remarks>
internal sealed partial class WindowOperator<T, TKey, TCodec, TWindow, TContents, TOut>
    : KeyedOneInputOperator<TKey, TCodec, T, TOut>, ITriggerContext
    where TCodec : struct, IKeyCodec<TKey>
    where TWindow : notnull, IWindow
{
    private readonly WindowAssigner<T, TWindow> _assigner;
    private readonly Trigger<TWindow> _trigger;
    private readonly WindowContents<T, TContents> _contents;
    private readonly WindowFunction<TKey, TWindow, TContents, TOut> _function;
    private readonly WindowOptions<T> _options;
    private readonly StateNamespace<TWindow> _windows;
    private readonly NamespacedTimers<TWindow> _eventTimers;
    private readonly NamespacedTimers<TWindow> _clockTimers;
    private readonly IMapState<TWindow, TWindow>? _merging;   // window -> the window under which its content lies
    private readonly List<TWindow> _assigned = [];
    private TWindow _window = default!;

    /// <summary>An operator without windows.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="output">Where its records go.</param>
    /// <param name="codec">The key's codec.</param>
    /// <param name="selector">Gives a record's key.</param>
    /// <param name="assigner">Gives a record's windows.</param>
    /// <param name="options">What was set beside it.</param>
    /// <param name="contents">What is kept of a window's records; this operator's own.</param>
    /// <param name="function">What is called when a window fires; this operator's own.</param>
    public WindowOperator(
        OperatorContext context,
        Output<TOut> output,
        TCodec codec,
        Func<T, TKey> selector,
        WindowAssigner<T, TWindow> assigner,
        WindowOptions<T> options,
        WindowContents<T, TContents> contents,
        WindowFunction<TKey, TWindow, TContents, TOut> function)
        : base(context, output, codec, selector)
    {
        _assigner = assigner;
        _trigger = assigner.IsEventTime ? new EventTimeTrigger<TWindow>() : new ProcessingTimeTrigger<TWindow>();
        _options = options;
        _contents = contents;
        _function = function;
        var backend = Scope.Backend;
        _windows = backend.GetNamespace<TWindow>();
        _eventTimers = backend.GetTimers("window-event-time", _windows);
        _clockTimers = backend.GetTimers("window-processing-time", _windows);
        _contents.Declare(backend, _windows);
        _merging = assigner.IsMerging ? backend.GetMapState(new MapStateDescriptor<TWindow, TWindow>("window-merging")) : null;
    }

    /// <inheritdoc/>
    public long CurrentProcessingTime => Context.Clock.NowMs;

    /// <inheritdoc/>
    public override void Open()
    {
        base.Open();
        _function.Open(new WindowPlace<TWindow>(Context, Scope.Backend, _windows, _assigner.IsMerging));
        WakeUpForNext();
    }

    /// <inheritdoc/>
    public override void Close() => _function.Close();

    /// <inheritdoc/>
    public void RegisterEventTimeTimer(long timeMs) => _eventTimers.Register(Scope.Backend.CurrentSlot, _window, timeMs);

    /// <inheritdoc/>
    public void RegisterProcessingTimeTimer(long timeMs)
    {
        _clockTimers.Register(Scope.Backend.CurrentSlot, _window, timeMs);
        Context.Clock.WakeUpAt(timeMs);
    }

    /// <inheritdoc/>
    public void DeleteEventTimeTimer(long timeMs) => _eventTimers.Delete(Scope.Backend.CurrentSlot, _window, timeMs);

    /// <inheritdoc/>
    public void DeleteProcessingTimeTimer(long timeMs) => _clockTimers.Delete(Scope.Backend.CurrentSlot, _window, timeMs);

    /// <inheritdoc/>
    protected override int ProcessRecords(RecordBatch<T> batch, int from, ReadOnlySpan<int> slots)
    {
        for (var i = from; i < batch.Count; i++)
        {
            Scope.Backend.SetCurrent(slots[i]);
            Output.CurrentTimestamp = batch.Timestamps[i];
            ProcessOne(batch.Values[i].Value, batch.Timestamps[i]);
            if (!IsWritable)
                return i + 1;
        }

        return batch.Count;
    }

    private void ProcessOne(T value, long timestampMs)
    {
        if (_assigner.IsEventTime && timestampMs == RecordBatch<T>.NoTimestamp)
            throw WindowErrors.NoTimestamp(Context, $"{Scope.CurrentKey}");

        _assigned.Clear();
        _assigner.AssignWindows(value, _assigner.IsEventTime ? timestampMs : CurrentProcessingTime, _assigned);
        var isInWindow = false;
        foreach (var assigned in CollectionsMarshal.AsSpan(_assigned))
            isInWindow |= _merging is null ? AddTo(assigned, assigned, value) : MergeAndAdd(assigned, value);

        if (isInWindow || !_assigner.IsEventTime || timestampMs + _options.LatenessMs > CurrentWatermark)
            return;

        if (_options.LateTag is null)
            Context.Metrics.LateRecordsDropped++;
        else
            Sides.Collect(_options.LateTag, value, timestampMs);
    }

    // Adds a record to a window whose content lies under another or the same one. Answers whether the window is not late.
    private bool AddTo(TWindow window, TWindow stateWindow, T value)
    {
        if (IsLate(window))
            return false;

        _window = window;
        _windows.SetCurrent(stateWindow);
        try
        {
            _contents.Add(value);
            Act(_trigger.OnElement(window, this));
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw Failed(window, cause, Output.CurrentTimestamp);
        }

        RegisterCleanup(window);
        return true;
    }

    private void Act(TriggerResult result)
    {
        if ((result & TriggerResult.Fire) != 0 && _contents.TryGet(out var contents))
        {
            Output.CurrentTimestamp = _window.MaxTimestamp;
            _function.Fire(Scope.CurrentKey, _window, contents, Output);
        }

        if ((result & TriggerResult.Purge) != 0)
            _contents.Clear();
    }

    private JobException Failed(TWindow window, Exception cause, long? timestampMs = null) =>
        WindowErrors.FunctionFailed(Context, $"{Scope.CurrentKey}", window, timestampMs, cause);

    private bool IsLate(TWindow window) => _assigner.IsEventTime && CleanupOf(window) <= CurrentWatermark;

    private long CleanupOf(TWindow window)
    {
        var max = window.MaxTimestamp;
        if (!_assigner.IsEventTime)
            return max;

        var cleanup = max + _options.LatenessMs;
        return cleanup >= max ? cleanup : long.MaxValue;
    }

    private void RegisterCleanup(TWindow window)
    {
        var cleanup = CleanupOf(window);
        if (cleanup == long.MaxValue)
            return;

        if (_assigner.IsEventTime)
            RegisterEventTimeTimer(cleanup);
        else
            RegisterProcessingTimeTimer(cleanup);
    }
}
