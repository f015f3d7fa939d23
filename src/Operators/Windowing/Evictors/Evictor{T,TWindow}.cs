namespace Akka.Flink.Windowing;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.Operators;

/// <summary>Removes records from a window that fires, before or after its function is called.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <remarks>
/// <para><b>Output.</b> The function is called even if nothing is left. Reduce and aggregate functions are computed anew from what is
/// left, at each firing.</para>
/// <para><b>State.</b> All records of each window are kept, with their timestamps.</para>
/// <para><b>Threads.</b> One instance serves all keys, windows and subtasks: it must not change.</para>
/// <para><b>Flink.</b> <c>Evictor</c>. One that looks neither at records nor at what kind of windows there are is an
/// <see cref="Evictor"/>.</para>
/// </remarks>
public abstract class Evictor<T, TWindow>
    where TWindow : notnull, IWindow
{
    /// <summary>An evictor for all records and windows as one for those of a stream, so that it is accepted wherever one of these
    /// is.</summary>
    /// <param name="evictor">The evictor.</param>
    /// <returns>The same evictor.</returns>
    [return: NotNullIfNotNull(nameof(evictor))]
    public static implicit operator Evictor<T, TWindow>?(Evictor? evictor) =>
        evictor is null ? null : new AnyEvictor<T, TWindow>(evictor);

    /// <summary>Called before the window's function.</summary>
    /// <param name="elements">The records; valid during the call.</param>
    /// <param name="window">The window.</param>
    /// <param name="context">The time; valid during the call.</param>
    public virtual void EvictBefore(WindowElements<T> elements, TWindow window, IEvictorContext context)
    {
    }

    /// <summary>Called after the window's function.</summary>
    /// <param name="elements">The records that the function was given; valid during the call.</param>
    /// <param name="window">The window.</param>
    /// <param name="context">The time; valid during the call.</param>
    public virtual void EvictAfter(WindowElements<T> elements, TWindow window, IEvictorContext context)
    {
    }
}
