namespace Akka.Flink.Windowing;

/// <summary>Removes records whose distance from the last one has reached a threshold.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <param name="threshold">The distance from which on records are removed.</param>
/// <param name="delta">Gives the distance of two records, the window's last one second.</param>
/// <param name="isAfter">Whether to evict after the function is called; otherwise before.</param>
internal sealed class DeltaEvictor<T, TWindow>(double threshold, Func<T, T, double> delta, bool isAfter) : Evictor<T, TWindow>
    where TWindow : notnull, IWindow
{
    /// <inheritdoc/>
    public override void EvictBefore(WindowElements<T> elements, TWindow window, IEvictorContext context)
    {
        if (!isAfter)
            Evict(elements);
    }

    /// <inheritdoc/>
    public override void EvictAfter(WindowElements<T> elements, TWindow window, IEvictorContext context)
    {
        if (isAfter)
            Evict(elements);
    }

    private void Evict(WindowElements<T> elements)
    {
        if (elements.Count == 0)
            return;

        var last = elements[^1].Value;
        elements.RemoveAll(element => delta(element.Value, last) >= threshold);
    }
}
