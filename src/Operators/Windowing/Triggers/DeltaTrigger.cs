namespace Akka.Flink.Windowing;

/// <summary>Makes triggers that fire when a record is far enough from the one that fired last.</summary>
/// <remarks><para><b>Flink.</b> <c>DeltaTrigger</c>.</para></remarks>
public static class DeltaTrigger
{
    /// <summary>Fires when a record is further than a threshold from the one that fired last, or from the window's first one.</summary>
    /// <typeparam name="T">The type of records; it is kept in state.</typeparam>
    /// <typeparam name="TWindow">The type of windows; not ones that merge.</typeparam>
    /// <param name="threshold">The distance that must be exceeded.</param>
    /// <param name="delta">Gives the distance of two records, the earlier one first.</param>
    /// <returns>The trigger.</returns>
    /// <remarks>
    /// <para><b>Output.</b> The content stays, so that the next firing has all of it again; <see cref="PurgingTrigger"/> changes that. It
    /// does not fire at the window's end.</para>
    /// <para><b>State.</b> One record for each key and window; a purge leaves it.</para>
    /// </remarks>
    public static Trigger<T, TWindow> Of<T, TWindow>(double threshold, Func<T, T, double> delta)
        where TWindow : notnull, IWindow
    {
        ArgumentNullException.ThrowIfNull(delta);
        return new DeltaTrigger<T, TWindow>(threshold, delta);
    }
}
