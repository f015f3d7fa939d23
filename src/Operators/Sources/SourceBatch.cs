namespace Akka.Flink.Sources;

using Akka.Flink.Operators;

/// <summary>What a reader fills: records of one split, and perhaps a watermark behind them.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>It belongs to the source's task, which hands it over empty each time.</remarks>
public sealed class SourceBatch<T>
{
    /// <summary>The records. A reader may fill the columns directly, up to <see cref="Limit"/>.</summary>
    public RecordBatch<T> Records { get; } = new();

    /// <summary>How many records there may be.</summary>
    public int Limit { get; internal set; } = RecordBatch<T>.Capacity;

    /// <summary>The split that the records come from, for watermarks by split; null when the source does not tell.</summary>
    public string? SplitId { get; set; }

    /// <summary>A watermark of the source's own that goes behind the records, in milliseconds since the epoch; null for none.</summary>
    public long? WatermarkMs { get; set; }

    /// <summary>Adds a record.</summary>
    /// <param name="value">The record.</param>
    /// <param name="timestampMs">Its event time, or <see cref="RecordBatch{T}.NoTimestamp"/>.</param>
    /// <returns>Whether there is room for another.</returns>
    public bool Add(T value, long timestampMs = RecordBatch<T>.NoTimestamp)
    {
        Records.Add(value, timestampMs);
        return Records.Count < Limit;
    }

    /// <summary>Lowers <see cref="Limit"/>, as a limited rate asks for.</summary>
    /// <param name="limit">How many records there may be; a number above <see cref="Limit"/> changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is less than 1.</exception>
    public void LimitTo(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        Limit = Math.Min(Limit, limit);
    }

    internal void Reset(int limit)
    {
        Records.Clear();
        Limit = limit;
        SplitId = null;
        WatermarkMs = null;
    }
}
