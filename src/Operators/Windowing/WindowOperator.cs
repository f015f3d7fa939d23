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
    : KeyedOneInputOperator<TKey, TCodec, T, TOut>
    where TCodec : struct, IKeyCodec<TKey>
    where TWindow : notnull, IWindow
{
    private readonly WindowAssigner<T, TWindow> _assigner;
    private readonly bool _isEventTime;
    private readonly Trigger<T, TWindow> _trigger;
    private readonly WindowContents<T, TContents> _contents;
    private readonly WindowFunction<TKey, TWindow, TContents, TOut> _function;
    private readonly WindowOptions<T> _options;
    private readonly WindowContext<TWindow> _context;
    private readonly StateNamespace<TWindow> _windows;
    private readonly NamespacedTimers<TWindow> _eventTimers;
    private readonly NamespacedTimers<TWindow> _clockTimers;
    private readonly IMapState<TWindow, TWindow>? _merging;   // window -> the window under which its content lies
    private readonly List<TWindow> _assigned = [];

    /// <summary>An operator without windows.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="output">Where its records go.</param>
    /// <param name="codec">The key's codec.</param>
    /// <param name="selector">Gives a record's key.</param>
    /// <param name="setup">Gives a record's windows, and fires them.</param>
    /// <param name="contents">What is kept of a window's records; this operator's own.</param>
    /// <param name="function">What is called when a window fires; this operator's own.</param>
    public WindowOperator(
        OperatorContext context,
        Output<TOut> output,
        TCodec codec,
        Func<T, TKey> selector,
        WindowSetup<T, TWindow> setup,
        WindowContents<T, TContents> contents,
        WindowFunction<TKey, TWindow, TContents, TOut> function)
        : base(context, output, codec, selector)
    {
        _assigner = setup.Assigner;
        _isEventTime = _assigner.IsEventTime;
        _trigger = setup.Trigger ?? _assigner.DefaultTrigger;
        _options = setup.Options;
        _contents = contents;
        _function = function;
        var backend = Scope.Backend;
        _context = new WindowContext<TWindow>(context, backend, _assigner.IsMerging);
        _windows = _context.Windows;
        _eventTimers = _context.EventTimers;
        _clockTimers = _context.ClockTimers;
        _contents.Declare(backend, _windows);
        _merging = _assigner.IsMerging ? backend.GetMapState(new MapStateDescriptor<TWindow, TWindow>("window-merging")) : null;
    }

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
        if (_isEventTime && timestampMs == RecordBatch<T>.NoTimestamp)
            throw WindowErrors.NoTimestamp(Context, $"{Scope.CurrentKey}");

        _assigned.Clear();
        _assigner.AssignWindows(value, _isEventTime ? timestampMs : _context.CurrentProcessingTime, _assigned);
        var isInWindow = false;
        foreach (var assigned in CollectionsMarshal.AsSpan(_assigned))
            isInWindow |= _merging is null ? AddTo(assigned, assigned, value, timestampMs) : MergeAndAdd(assigned, value, timestampMs);

        if (isInWindow || !_isEventTime || timestampMs + _options.LatenessMs > CurrentWatermark)
            return;

        if (_options.LateTag is null)
            Context.Metrics.LateRecordsDropped++;
        else
            Sides.Collect(_options.LateTag, value, timestampMs);
    }

    // Adds a record to a window whose content lies under another or the same one. Answers whether the window is not late.
    private bool AddTo(TWindow window, TWindow stateWindow, T value, long timestampMs)
    {
        if (IsLate(window))
            return false;

        _context.Window = window;
        _windows.SetCurrent(stateWindow);
        try
        {
            _contents.Add(value, timestampMs);
            Act(_trigger.OnElement(value, timestampMs, window, _context), stateWindow);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw Failed(window, cause, timestampMs);
        }

        RegisterCleanup(window);
        return true;
    }

    private void Act(TriggerResult result, TWindow stateWindow)
    {
        if (result == TriggerResult.Continue)
            return;
        if (_merging is not null)
            _windows.SetCurrent(stateWindow);   // the trigger may have used state of its window

        if ((result & TriggerResult.Fire) != 0 && _contents.TryGet(out var contents))
        {
            Output.CurrentTimestamp = _context.Window.MaxTimestamp;
            _function.Fire(Scope.CurrentKey, _context.Window, contents, Output);
        }

        if ((result & TriggerResult.Purge) != 0)
            _contents.Clear();
    }

    private JobException Failed(TWindow window, Exception cause, long? timestampMs = null) =>
        WindowErrors.FunctionFailed(Context, $"{Scope.CurrentKey}", window, timestampMs, cause);

    private bool IsLate(TWindow window) => _isEventTime && CleanupOf(window) <= CurrentWatermark;

    private long CleanupOf(TWindow window)
    {
        var max = window.MaxTimestamp;
        if (!_isEventTime)
            return max;

        var cleanup = max + _options.LatenessMs;
        return cleanup >= max ? cleanup : long.MaxValue;
    }

    private void RegisterCleanup(TWindow window)
    {
        var cleanup = CleanupOf(window);
        if (cleanup == long.MaxValue)
            return;

        _context.Window = window;
        if (_isEventTime)
            _context.RegisterEventTimeTimer(cleanup);
        else
            _context.RegisterProcessingTimeTimer(cleanup);
    }
}
