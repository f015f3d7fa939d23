namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>What a window operator is made of, but for its function.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <param name="Assigner">Gives a record's windows.</param>
/// <param name="Options">What was set beside it.</param>
internal sealed record WindowSetup<T, TWindow>(WindowAssigner<T, TWindow> Assigner, WindowOptions<T> Options)
    where TWindow : notnull, IWindow
{
    /// <summary>What fires windows; null for the assigner's own trigger.</summary>
    public Trigger<T, TWindow>? Trigger { get; init; }

    /// <summary>What removes records before or after the function; null for nothing.</summary>
    public Evictor<T, TWindow>? Evictor { get; init; }

    /// <summary>Whether windows of event time fire by the watermark at their end, with all that is in them.</summary>
    public bool IsPlainEventTime =>
        Assigner.IsEventTime && Evictor is null
        && (Trigger ?? Assigner.DefaultTrigger) is AnyTrigger<T, TWindow> { Inner: EventTimeTrigger };
}
