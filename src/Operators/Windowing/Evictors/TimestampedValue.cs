namespace Akka.Flink.Windowing;

/// <summary>A record with its timestamp.</summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <param name="Value">The record.</param>
/// <param name="TimestampMs">Its timestamp in milliseconds since the epoch; the smallest long if it has none.</param>
/// <remarks><para><b>Flink.</b> <c>TimestampedValue</c>.</para></remarks>
public readonly record struct TimestampedValue<T>(T Value, long TimestampMs)
{
    /// <summary>Whether the record has a timestamp.</summary>
    public bool HasTimestamp => TimestampMs != long.MinValue;
}
