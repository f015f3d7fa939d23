namespace Akka.Flink.Connectors.Files;

using System.Globalization;
using Akka.Flink.Operators;

/// <summary>Names folders by date; the name of a minute is made once.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="format">The format.</param>
/// <param name="clock">The clock, for records without event time.</param>
internal sealed class DateBuckets<T>(string format, TimeProvider clock)
{
    private const long MinuteMs = 60_000;

    private long _minute = long.MinValue;
    private string _name = "";

    /// <summary>The folder of a record.</summary>
    /// <param name="value">The record.</param>
    /// <param name="timestampMs">Its event time.</param>
    public string BucketOf(T value, long timestampMs)
    {
        if (timestampMs == RecordBatch<T>.NoTimestamp)
            timestampMs = clock.GetUtcNow().ToUnixTimeMilliseconds();

        var minute = timestampMs / MinuteMs;
        if (minute == _minute)
            return _name;

        _minute = minute;
        return _name = DateTimeOffset.FromUnixTimeMilliseconds(timestampMs).ToString(format, CultureInfo.InvariantCulture);
    }
}
