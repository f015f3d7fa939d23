namespace Akka.Flink.Testing;

/// <summary>A record of a side output, as <see cref="Script.Side{T}"/> makes it.</summary>
/// <param name="Tag">The side output's name.</param>
/// <param name="Value">The record.</param>
/// <param name="TimestampMs">Its timestamp in milliseconds since the epoch; null when it has none.</param>
public sealed record SideElement(string Tag, object? Value, long? TimestampMs)
{
    /// <summary>Has a harness record this side output; null when it was made by hand.</summary>
    internal Action<ISideReader>? Read { get; init; }
}
