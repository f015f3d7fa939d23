namespace Akka.Flink.Operators;

/// <summary>A record that waits for others to meet.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="timestampMs">Its timestamp.</param>
/// <param name="value">The record.</param>
internal struct JoinRecord<T>(long timestampMs, T value)
{
    /// <summary>Its timestamp.</summary>
    public long TimestampMs = timestampMs;

    /// <summary>The record.</summary>
    public T Value = value;
}
