namespace Akka.Flink.Windowing;

/// <summary>Makes evictors that keep the records of a window that are near enough to the last one.</summary>
/// <remarks><para><b>Flink.</b> <c>DeltaEvictor</c>.</para></remarks>
public static class DeltaEvictor
{
    /// <summary>Removes records whose distance from the last one has reached a threshold.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="threshold">The distance from which on records are removed.</param>
    /// <param name="delta">Gives the distance of two records, the window's last one second.</param>
    /// <param name="doEvictAfter">Whether to evict after the function is called; otherwise before.</param>
    /// <returns>The evictor.</returns>
    public static Evictor<T, TWindow> Of<T, TWindow>(double threshold, Func<T, T, double> delta, bool doEvictAfter = false)
        where TWindow : notnull, IWindow
    {
        ArgumentNullException.ThrowIfNull(delta);
        return new DeltaEvictor<T, TWindow>(threshold, delta, doEvictAfter);
    }
}
