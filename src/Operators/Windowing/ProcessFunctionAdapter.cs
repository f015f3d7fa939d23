namespace Akka.Flink.Operators;

using Akka.Flink.Functions;
using Akka.Flink.State;
using Akka.Flink.Windowing;

/// <summary>Calls a <see cref="ProcessWindowFunction{TIn, TOut, TKey, TWindow}"/> with all records of a window, or with their one
/// result.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <typeparam name="TContents">What is kept of its records.</typeparam>
/// <typeparam name="TIn">What the function is given.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="function">The user's function, this subtask's own.</param>
/// <param name="elementsOf">What the function is given of what is kept.</param>
internal sealed class ProcessFunctionAdapter<TKey, TWindow, TContents, TIn, TOut>(
    ProcessWindowFunction<TIn, TOut, TKey, TWindow> function, Func<TContents, IEnumerable<TIn>> elementsOf)
    : WindowFunction<TKey, TWindow, TContents, TOut>
    where TWindow : notnull, IWindow
{
    private WindowContext _context = null!;

    /// <inheritdoc/>
    public override void Open(WindowPlace<TWindow> place)
    {
        _context = new WindowContext(place);
        UserFunction.Open(function, place.Context, place.Backend);
    }

    /// <inheritdoc/>
    public override void Close() => UserFunction.Close(function);

    /// <inheritdoc/>
    public override void Fire(TKey key, TWindow window, TContents contents, Output<TOut> output)
    {
        _context.Current = window;
        function.Process(key, _context, elementsOf(contents), output);
    }

    /// <inheritdoc/>
    public override void Clear(TWindow window)
    {
        _context.Current = window;
        function.Clear(_context);
    }

    private sealed class WindowContext : ProcessWindowFunction<TIn, TOut, TKey, TWindow>.Context
    {
        private readonly OperatorContext _operator;

        public WindowContext(WindowPlace<TWindow> place)
        {
            _operator = place.Context;
            WindowState = place.IsMerging
                ? new RefusingStateStore(place.Context)
                : new WindowStateStore<TWindow>(place.Backend, place.Windows);
            GlobalState = new GlobalStateStore(place.Backend);
        }

        public TWindow Current { get; set; } = default!;

        public override TWindow Window => Current;

        public override long CurrentWatermark => _operator.Metrics.CurrentWatermarkMs;

        public override long CurrentProcessingTime => _operator.Clock.NowMs;

        public override IKeyedStateStore WindowState { get; }

        public override IKeyedStateStore GlobalState { get; }

        public override void Output<T>(OutputTag<T> tag, T value) => _operator.Sides.Collect(tag, value, Current.MaxTimestamp);
    }
}
