namespace Akka.Configuration.Hocon;

using System.Globalization;

/// <summary>Numbers with a unit: durations and sizes in bytes.</summary>
internal static class HoconUnits
{
    public const string AcceptedDurations =
        "a number of 0 or more with a unit - ns, us, ms, s, m, h, d or their long names - or without one, in milliseconds";

    public const string AcceptedSizes =
        "a whole number of bytes, alone or with a unit - kB, MB, GB, TB, PB, EB for powers of 1000, k, KiB, m, MiB ... for powers of 1024";

    private const NumberStyles Positive = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static bool TryReadDuration(string text, out TimeSpan duration)
    {
        duration = default;
        if (text is null)
            return false;

        var unitStart = text.Length;
        while (unitStart > 0 && char.IsAsciiLetter(text[unitStart - 1]))
            unitStart--;

        var ticks = TicksOf(text.AsSpan(unitStart));
        if (ticks == 0 || !double.TryParse(text.AsSpan(0, unitStart).Trim(), Positive, CultureInfo.InvariantCulture, out var number))
            return false;

        var total = Math.Round(number * ticks);
        if (total >= long.MaxValue)
            return false;

        duration = TimeSpan.FromTicks((long)total);
        return true;
    }

    public static bool TryReadSize(string text, out long size)
    {
        size = 0;
        if (text is null)
            return false;

        var unitStart = text.Length;
        while (unitStart > 0 && char.IsAsciiLetter(text[unitStart - 1]))
            unitStart--;

        var factor = FactorOf(text.AsSpan(unitStart));
        var digits = text.AsSpan(0, unitStart).Trim();
        if (factor == 0 || !long.TryParse(digits, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            return false;

        var product = (Int128)number * factor;
        if (product > long.MaxValue || product < long.MinValue)
            return false;

        size = (long)product;
        return true;
    }

    // In ticks of 100 ns; 0 for a unit that does not exist.
    private static double TicksOf(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" or "nano" or "nanos" or "nanosecond" or "nanoseconds" => 0.01,
        "us" or "micro" or "micros" or "microsecond" or "microseconds" => TimeSpan.TicksPerMicrosecond,
        "" or "ms" or "milli" or "millis" or "millisecond" or "milliseconds" => TimeSpan.TicksPerMillisecond,
        "s" or "second" or "seconds" => TimeSpan.TicksPerSecond,
        "m" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
        "h" or "hour" or "hours" => TimeSpan.TicksPerHour,
        "d" or "day" or "days" => TimeSpan.TicksPerDay,
        _ => 0,
    };

    private static long FactorOf(ReadOnlySpan<char> unit) => unit switch
    {
        "" or "b" or "B" or "byte" or "bytes" => 1,
        "kB" or "kilobyte" or "kilobytes" => 1000,
        "k" or "K" or "Ki" or "KiB" or "kibibyte" or "kibibytes" => 1L << 10,
        "MB" or "megabyte" or "megabytes" => 1000_000,
        "m" or "M" or "Mi" or "MiB" or "mebibyte" or "mebibytes" => 1L << 20,
        "GB" or "gigabyte" or "gigabytes" => 1000_000_000,
        "g" or "G" or "Gi" or "GiB" or "gibibyte" or "gibibytes" => 1L << 30,
        "TB" or "terabyte" or "terabytes" => 1000_000_000_000,
        "t" or "T" or "Ti" or "TiB" or "tebibyte" or "tebibytes" => 1L << 40,
        "PB" or "petabyte" or "petabytes" => 1000_000_000_000_000,
        "p" or "P" or "Pi" or "PiB" or "pebibyte" or "pebibytes" => 1L << 50,
        "EB" or "exabyte" or "exabytes" => 1000_000_000_000_000_000,
        "e" or "E" or "Ei" or "EiB" or "exbibyte" or "exbibytes" => 1L << 60,
        _ => 0,
    };
}
