namespace Akka.Flink.Windowing;

/// <summary>Keeps the records of a window whose timestamps are less than a duration before the latest timestamp in it.</summary>
/// <remarks>
/// <para><b>Time.</b> The latest timestamp of the window counts, not the watermark. If the window's first record has no timestamp
/// nothing is removed.</para>
/// <para><b>Flink.</b> <c>TimeEvictor</c>.</para>
/// </remarks>
public sealed class TimeEvictor : Evictor
{
    private readonly long _windowMs;
    private readonly bool _isAfter;

    private TimeEvictor(long windowMs, bool isAfter)
    {
        _windowMs = windowMs;
        _isAfter = isAfter;
    }

    /// <summary>Keeps records for a duration.</summary>
    /// <param name="window">How long; whole milliseconds, zero or more. A record exactly that much before the latest is removed.</param>
    /// <param name="doEvictAfter">Whether to evict after the function is called; otherwise before.</param>
    /// <returns>The evictor.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is negative, or no number of whole
    /// milliseconds.</exception>
    public static TimeEvictor Of(TimeSpan window, bool doEvictAfter = false) =>
        new(WindowErrors.CheckZeroOrMore(nameof(TimeEvictor), nameof(window), window), doEvictAfter);

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
        if (elements.Count == 0 || !elements[0].HasTimestamp)
            return;

        var latestMs = long.MinValue;
        foreach (var element in elements.AsSpan())
        {
            if (!element.HasTimestamp)
                throw WindowErrors.EvictorNeedsTimestamps();

            latestMs = Math.Max(latestMs, element.TimestampMs);
        }

        var cutoffMs = latestMs - _windowMs;
        elements.RemoveAll(element => element.TimestampMs <= cutoffMs);
    }
}
