namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>An evictor for all records and windows as one for those of a stream.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <param name="evictor">The evictor.</param>
internal sealed class AnyEvictor<T, TWindow>(Evictor evictor) : Evictor<T, TWindow>
    where TWindow : notnull, IWindow
{
    /// <inheritdoc/>
    public override void EvictBefore(WindowElements<T> elements, TWindow window, IEvictorContext context) =>
        evictor.EvictBefore(elements, window, context);

    /// <inheritdoc/>
    public override void EvictAfter(WindowElements<T> elements, TWindow window, IEvictorContext context) =>
        evictor.EvictAfter(elements, window, context);
}
