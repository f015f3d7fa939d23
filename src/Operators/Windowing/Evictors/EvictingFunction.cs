namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>Has an evictor remove records before and after the function is called.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TIn">What the function is given.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="contents">The records of the window.</param>
/// <param name="evictor">Removes some.</param>
/// <param name="resultsOf">What the function is given of what is left.</param>
/// <param name="inner">The function.</param>
internal sealed class EvictingFunction<TKey, TWindow, T, TIn, TOut>(
    EvictingContents<T> contents,
    Evictor<T, TWindow> evictor,
    Func<IReadOnlyList<T>, IReadOnlyList<TIn>> resultsOf,
    WindowFunction<TKey, TWindow, IEnumerable<TIn>, TOut> inner) : WindowFunction<TKey, TWindow, WindowElements<T>, TOut>
    where TWindow : notnull, IWindow
{
    private EvictorContext _context = null!;

    /// <inheritdoc/>
    public override void Open(WindowPlace<TWindow> place)
    {
        _context = new EvictorContext(place.Context);
        inner.Open(place);
    }

    /// <inheritdoc/>
    public override void Close() => inner.Close();

    /// <inheritdoc/>
    public override void Fire(TKey key, TWindow window, WindowElements<T> elements, Output<TOut> output)
    {
        evictor.EvictBefore(elements, window, _context);
        inner.Fire(key, window, resultsOf(elements.Values), output);
        evictor.EvictAfter(elements, window, _context);
        contents.Save();
    }

    /// <inheritdoc/>
    public override void Clear(TWindow window) => inner.Clear(window);

    private sealed class EvictorContext(OperatorContext context) : IEvictorContext
    {
        public long CurrentWatermark => context.Metrics.CurrentWatermarkMs;

        public long CurrentProcessingTime => context.Clock.NowMs;
    }
}
