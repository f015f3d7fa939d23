namespace Akka.Flink.Operators.Tests.Windowing.General;

using Akka.Flink.Windowing;

/// <summary>An evictor as data: what the operator is given, and what the model goes by.</summary>
public sealed record EvictorSpec(string Kind, int Number, bool IsAfter)
{
    /// <summary>The engine's evictor.</summary>
    public Evictor<Item, TWindow> ToEvictor<TWindow>()
        where TWindow : notnull, IWindow => Kind switch
    {
        "count" => CountEvictor.Of(Number, IsAfter),
        "time" => TimeEvictor.Of(TimeSpan.FromMilliseconds(Number), IsAfter),
        _ => DeltaEvictor.Of<Item, TWindow>(Number, (each, last) => Math.Abs(last.Value - each.Value), IsAfter),
    };

    /// <summary>What it leaves.</summary>
    public List<(Item Item, long At)> Keep(List<(Item Item, long At)> elements) => Kind switch
    {
        "count" => [.. elements.TakeLast(Number)],
        "time" => [.. elements.Where(each => each.At > elements.Max(other => other.At) - Number)],
        _ => [.. elements.Where(each => Math.Abs(elements[^1].Item.Value - each.Item.Value) < Number)],
    };
}
