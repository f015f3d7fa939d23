namespace Akka.Flink.Windowing;

/// <summary>Keeps the records of a window that came last, up to a number.</summary>
/// <remarks><para><b>Flink.</b> <c>CountEvictor</c>.</para></remarks>
public sealed class CountEvictor : Evictor
{
    private readonly long _maxCount;
    private readonly bool _isAfter;

    private CountEvictor(long maxCount, bool isAfter)
    {
        _maxCount = maxCount;
        _isAfter = isAfter;
    }

    /// <summary>Keeps a number of records.</summary>
    /// <param name="maxCount">How many; 0 or more.</param>
    /// <param name="doEvictAfter">Whether to evict after the function is called; otherwise before.</param>
    /// <returns>The evictor.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxCount"/> is negative.</exception>
    public static CountEvictor Of(long maxCount, bool doEvictAfter = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxCount);
        return new CountEvictor(maxCount, doEvictAfter);
    }

    /// <inheritdoc/>
    public override void EvictBefore<T, TWindow>(WindowElements<T> elements, TWindow window, IEvictorContext context)
    {
        if (!_isAfter)
            Evict(elements);
    }

    /// <inheritdoc/>
    public override void EvictAfter<T, TWindow>(WindowElements<T> elements, TWindow window, IEvictorContext context)
    {
        if (_isAfter)
            Evict(elements);
    }

    private void Evict<T>(WindowElements<T> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        if (elements.Count > _maxCount)
            elements.RemoveFirst((int)(elements.Count - _maxCount));
    }
}
