namespace Akka.Flink.Testing;

/// <summary>A step of a script that carries no value: <see cref="Script"/> makes them.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="TimeMs">A watermark or a time of the clock, in milliseconds since the epoch; else 0.</param>
/// <param name="Input">The input it is for, from 0.</param>
public sealed record Element(ElementKind Kind, long TimeMs = 0, int Input = 0)
{
    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        ElementKind.Watermark or ElementKind.ProcessingTime => $"{Kind}({TimeMs})",
        _ => $"{Kind}()",
    };
}
