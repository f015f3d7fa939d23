namespace Akka.Flink.Windowing;

/// <summary>Removes records from a window that fires, whatever the records and windows are: by their number or their timestamps.</summary>
/// <remarks>
/// <para>What is said of an <see cref="Evictor{T, TWindow}"/> holds for it, too.</para>
/// <para><b>State.</b> All records of each window are kept, with their timestamps.</para>
/// <para><b>Threads.</b> One instance serves all keys, windows and subtasks: it must not change.</para>
/// <para><b>Flink.</b> <c>Evictor&lt;Object, W&gt;</c>.</para>
/// </remarks>
public abstract class Evictor
{
    /// <summary>Called before the window's function.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="elements">The records; valid during the call.</param>
    /// <param name="window">The window.</param>
    /// <param name="context">The time; valid during the call.</param>
    public virtual void EvictBefore<T, TWindow>(WindowElements<T> elements, TWindow window, IEvictorContext context)
        where TWindow : notnull, IWindow
    {
    }

    /// <summary>Called after the window's function.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="elements">The records that the function was given; valid during the call.</param>
    /// <param name="window">The window.</param>
    /// <param name="context">The time; valid during the call.</param>
    public virtual void EvictAfter<T, TWindow>(WindowElements<T> elements, TWindow window, IEvictorContext context)
        where TWindow : notnull, IWindow
    {
    }
}
