namespace Akka.Flink.Operators;

using Akka.Flink.State;
using Akka.Flink.State.Keyed;
using Akka.Flink.State.Timers;
using Akka.Flink.Windowing;

/// <summary>What the trigger of a window operator sees: time, timers and state of the current key and a window.</summary>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <remarks>Owned by the operator, which sets the window before each call. Where windows merge, a trigger's state lies under the window
/// itself, while the content may lie under another one: using state here leaves the trigger's window current.</remarks>
internal sealed class WindowContext<TWindow> : IOnMergeContext
    where TWindow : notnull, IWindow
{
    private const int MaxKnownStates = 8;

    private readonly OperatorContext _context;
    private readonly KeyedStateBackend _backend;
    private readonly bool _isMerging;
    private readonly List<(StateDescriptor Descriptor, IState State)> _states = [];   // by descriptor, to be found without a name

    /// <summary>A context without a window.</summary>
    /// <param name="context">Where the operator runs.</param>
    /// <param name="backend">Its state.</param>
    /// <param name="isMerging">Whether windows merge.</param>
    public WindowContext(OperatorContext context, KeyedStateBackend backend, bool isMerging)
    {
        _context = context;
        _backend = backend;
        _isMerging = isMerging;
        Windows = backend.GetNamespace<TWindow>();
        EventTimers = backend.GetTimers("window-event-time", Windows);
        ClockTimers = backend.GetTimers("window-processing-time", Windows);
    }

    /// <summary>The windows.</summary>
    public StateNamespace<TWindow> Windows { get; }

    /// <summary>The timers by watermark.</summary>
    public NamespacedTimers<TWindow> EventTimers { get; }

    /// <summary>The timers by clock.</summary>
    public NamespacedTimers<TWindow> ClockTimers { get; }

    /// <summary>The window that the trigger is asked about.</summary>
    public TWindow Window { get; set; } = default!;

    /// <summary>The windows that were merged, while a trigger merges.</summary>
    public List<TWindow> Merged { get; } = [];

    /// <inheritdoc/>
    public long CurrentWatermark => _context.Metrics.CurrentWatermarkMs;

    /// <inheritdoc/>
    public long CurrentProcessingTime => _context.Clock.NowMs;

    /// <inheritdoc/>
    public void RegisterEventTimeTimer(long timeMs) => EventTimers.Register(_backend.CurrentSlot, Window, timeMs);

    /// <inheritdoc/>
    public void RegisterProcessingTimeTimer(long timeMs)
    {
        ClockTimers.Register(_backend.CurrentSlot, Window, timeMs);
        _context.Clock.WakeUpAt(timeMs);
    }

    /// <inheritdoc/>
    public void DeleteEventTimeTimer(long timeMs) => EventTimers.Delete(_backend.CurrentSlot, Window, timeMs);

    /// <inheritdoc/>
    public void DeleteProcessingTimeTimer(long timeMs) => ClockTimers.Delete(_backend.CurrentSlot, Window, timeMs);

    /// <inheritdoc/>
    public IValueState<TState> GetPartitionedState<TState>(ValueStateDescriptor<TState> descriptor) =>
        (IValueState<TState>)(Known(descriptor) ?? Keep(descriptor, _backend.GetState(descriptor, Windows)));

    /// <inheritdoc/>
    public IListState<TState> GetPartitionedState<TState>(ListStateDescriptor<TState> descriptor) =>
        (IListState<TState>)(Known(descriptor) ?? Keep(descriptor, _backend.GetListState(descriptor, Windows)));

    /// <inheritdoc/>
    public IMapState<TMapKey, TValue> GetPartitionedState<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull =>
        (IMapState<TMapKey, TValue>)(Known(descriptor) ?? Keep(descriptor, _backend.GetMapState(descriptor, Windows)));

    /// <inheritdoc/>
    public IReducingState<TState> GetPartitionedState<TState>(ReducingStateDescriptor<TState> descriptor) =>
        (IReducingState<TState>)(Known(descriptor) ?? Keep(descriptor, _backend.GetReducingState(descriptor, Windows)));

    /// <inheritdoc/>
    public IAggregatingState<TIn, TOut> GetPartitionedState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor) =>
        (IAggregatingState<TIn, TOut>)(Known(descriptor) ?? Keep(descriptor, _backend.GetAggregatingState(descriptor, Windows)));

    /// <inheritdoc/>
    public void MergePartitionedState<TState>(ListStateDescriptor<TState> descriptor)
    {
        var state = GetPartitionedState(descriptor);
        var elements = new List<TState>();
        foreach (var window in Merged)
        {
            if (!TryEnter(window))
                continue;

            elements.AddRange(state);
            state.Clear();
        }

        Windows.SetCurrent(Window);
        state.AddAll(elements);
    }

    /// <inheritdoc/>
    public void MergePartitionedState<TState>(ReducingStateDescriptor<TState> descriptor)
    {
        var state = GetPartitionedState(descriptor);
        var values = new List<TState>();
        foreach (var window in Merged)
        {
            if (!TryEnter(window) || !state.TryGet(out var value))
                continue;

            values.Add(value);
            state.Clear();
        }

        Windows.SetCurrent(Window);
        foreach (var value in values)
            state.Add(value);
    }

    /// <inheritdoc/>
    public void MergePartitionedState<TIn, TAccumulator, TOut>(AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor)
    {
        var state = (IMergingState)GetPartitionedState(descriptor);
        foreach (var window in Merged)
        {
            if (TryEnter(window))
                state.TakeOut();
        }

        Windows.SetCurrent(Window);
        state.MergeIn();
    }

    private bool TryEnter(TWindow merged)
    {
        if (merged.Equals(Window))
            return false;

        Windows.SetCurrent(merged);
        return true;
    }

    private IState? Known(StateDescriptor descriptor)
    {
        if (_isMerging)
            Windows.SetCurrent(Window);
        foreach (var (known, state) in _states)
        {
            if (ReferenceEquals(known, descriptor))
                return state;
        }

        return null;
    }

    private IState Keep(StateDescriptor descriptor, IState state)
    {
        if (_states.Count < MaxKnownStates)
            _states.Add((descriptor, state));
        return state;
    }
}
