namespace Akka.Flink.Runtime;

using System.Globalization;

/// <summary>Numbers with a unit, as configuration writes them: <c>500 ms</c>, <c>64 KiB</c>.</summary>
internal static class Quantity
{
    private static readonly Dictionary<string, double> Milliseconds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ms"] = 1, ["milli"] = 1, ["millis"] = 1, ["millisecond"] = 1, ["milliseconds"] = 1,
        ["s"] = 1e3, ["sec"] = 1e3, ["second"] = 1e3, ["seconds"] = 1e3,
        ["m"] = 6e4, ["min"] = 6e4, ["minute"] = 6e4, ["minutes"] = 6e4,
        ["h"] = 3.6e6, ["hour"] = 3.6e6, ["hours"] = 3.6e6,
        ["d"] = 8.64e7, ["day"] = 8.64e7, ["days"] = 8.64e7,
    };

    private static readonly Dictionary<string, double> Bytes = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = 1, ["b"] = 1, ["byte"] = 1, ["bytes"] = 1,
        ["kb"] = 1e3, ["k"] = 1 << 10, ["kib"] = 1 << 10,
        ["mb"] = 1e6, ["m"] = 1 << 20, ["mib"] = 1 << 20,
        ["gb"] = 1e9, ["g"] = 1 << 30, ["gib"] = 1 << 30,
    };

    /// <summary>Reads a duration.</summary>
    /// <param name="text">Such as <c>10 s</c>.</param>
    /// <param name="duration">The duration.</param>
    /// <returns>Whether it is one that fits.</returns>
    public static bool TryDuration(string text, out TimeSpan duration)
    {
        var isOne = TryRead(text, Milliseconds, out var milliseconds) && milliseconds <= TimeSpan.MaxValue.TotalMilliseconds / 2;
        duration = isOne ? TimeSpan.FromMilliseconds(milliseconds) : default;
        return isOne;
    }

    /// <summary>Reads a size.</summary>
    /// <param name="text">Such as <c>64 KiB</c>.</param>
    /// <param name="bytes">The number of bytes.</param>
    /// <returns>Whether it is one that fits.</returns>
    public static bool TryBytes(string text, out long bytes)
    {
        var isOne = TryRead(text, Bytes, out var number) && number <= long.MaxValue / 2;
        bytes = isOne ? (long)number : 0;
        return isOne;
    }

    private static bool TryRead(string text, Dictionary<string, double> units, out double value)
    {
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.IndexOfAnyExcept("0123456789.");
        var number = end < 0 ? trimmed : trimmed[..end];
        var unit = end < 0 ? "" : trimmed[end..].Trim().ToString();
        var isRead = double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
        if (!isRead || !units.TryGetValue(unit, out var factor))
            return false;

        value *= factor;
        return true;
    }
}
