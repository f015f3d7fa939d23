namespace Akka.Flink.Testing;

/// <summary>An element of a stream, in a script or in what came out: <see cref="Script"/> makes them.</summary>
/// <typeparam name="T">The type of records; of the main output's, for what came out.</typeparam>
/// <remarks>Two elements are equal when kind, value, timestamp, side output and input are.</remarks>
public sealed record Element<T>
{
    /// <summary>What it is.</summary>
    public required ElementKind Kind { get; init; }

    /// <summary>A record's value; of a side output's record see <see cref="SideValue"/>.</summary>
    public T? Value { get; init; }

    /// <summary>A record's timestamp in milliseconds since the epoch, or null when it has none; a watermark's or the clock's
    /// time.</summary>
    public long? TimeMs { get; init; }

    /// <summary>The name of the side output; null for the main one.</summary>
    public string? SideTag { get; init; }

    /// <summary>The value of a side output's record.</summary>
    public object? SideValue { get; init; }

    /// <summary>The input that a step is for, from 0.</summary>
    public int Input { get; init; }

    /// <summary>A step that carries no value, as one of a stream of any type.</summary>
    /// <param name="element">The step.</param>
    public static implicit operator Element<T>(Element element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new Element<T>
        {
            Kind = element.Kind,
            TimeMs = element.Kind is ElementKind.Watermark or ElementKind.ProcessingTime ? element.TimeMs : null,
            Input = element.Input,
        };
    }

    /// <summary>A side output's record, among those of a main output of any type.</summary>
    /// <param name="element">The record.</param>
    public static implicit operator Element<T>(SideElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new Element<T> { Kind = ElementKind.Record, SideTag = element.Tag, SideValue = element.Value, TimeMs = element.TimestampMs };
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        if (Kind != ElementKind.Record)
            return TimeMs is { } time ? $"{Kind}({time})" : $"{Kind}()";

        var at = TimeMs is { } timestamp ? $", at: {timestamp}" : "";
        return SideTag is null ? $"Record({Show(Value)}{at})" : $"Side({SideTag}, {Show(SideValue)}{at})";
    }

    private static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        System.Collections.IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(Show)) + "]",
        _ => value.ToString() ?? "",
    };
}
