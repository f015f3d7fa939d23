namespace Akka.Flink.Operators.Tests.Windowing.General;

using Akka.Flink.Windowing;

/// <summary>A trigger as data: what the operator is given, and what the model goes by.</summary>
public sealed record TriggerSpec(string Kind, long Number = 0, TriggerSpec? Inner = null)
{
    /// <summary>The engine's trigger.</summary>
    public Trigger<Item, TWindow> ToTrigger<TWindow>()
        where TWindow : notnull, IWindow => Kind switch
    {
        "event" => EventTimeTrigger.Create(),
        "clock" => ProcessingTimeTrigger.Create(),
        "count" => CountTrigger.Of(Number),
        "each event interval" => ContinuousEventTimeTrigger.Of(TimeSpan.FromMilliseconds(Number)),
        "each clock interval" => ContinuousProcessingTimeTrigger.Of(TimeSpan.FromMilliseconds(Number)),
        "delta" => DeltaTrigger.Of<Item, TWindow>(Number, (last, next) => Math.Abs(next.Value - last.Value)),
        "never" => NeverTrigger.Create(),
        "purging" => PurgingTrigger.Of(Inner!.ToTrigger<TWindow>()),
        "timeout" => ProcessingTimeoutTrigger.Of(Inner!.ToTrigger<TWindow>(), TimeSpan.FromMilliseconds(Number)),
        "timeout of the last" => ProcessingTimeoutTrigger.Of(
            Inner!.ToTrigger<TWindow>(), TimeSpan.FromMilliseconds(Number), resetTimerOnNewRecord: true, shouldClearOnTimeout: false),
        _ => throw new ArgumentException(Kind),
    };

    public override string ToString() => Inner is null ? $"{Kind} {Number}" : $"{Kind} {Number} of {Inner}";
}
