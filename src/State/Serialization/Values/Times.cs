namespace Akka.Flink.State.Serialization.Values;

/// <summary>Reads points in time, and refuses numbers that are none.</summary>
internal static class Times
{
    private const long TicksMask = (1L << 62) - 1;

    /// <summary>Ticks with the kind in the two highest bits.</summary>
    public static DateTime ReadDateTime(ref ReadOnlySpan<byte> input)
    {
        var bits = Wire.Read<long>(ref input);
        var kind = (int)((ulong)bits >> 62);
        var ticks = bits & TicksMask;
        if (kind > (int)DateTimeKind.Local || ticks > DateTime.MaxValue.Ticks)
            throw SerializationErrors.Damaged($"{bits:x16}, which is no date and time");

        return new DateTime(ticks, (DateTimeKind)kind);
    }

    /// <summary>What <see cref="ReadDateTime"/> reads.</summary>
    public static long Bits(DateTime time) => time.Ticks | ((long)time.Kind << 62);

    /// <summary>Ticks from 0 to a bound.</summary>
    public static long ReadTicks(ref ReadOnlySpan<byte> input, long maximum)
    {
        var ticks = Wire.Read<long>(ref input);
        return (ulong)ticks <= (ulong)maximum ? ticks : throw SerializationErrors.Damaged($"{ticks} ticks, which is no time");
    }

    /// <summary>The number of a day.</summary>
    public static DateOnly ReadDate(ref ReadOnlySpan<byte> input)
    {
        var day = Wire.Read<int>(ref input);
        return (uint)day <= (uint)DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber(day)
            : throw SerializationErrors.Damaged($"day {day}, which is no date");
    }

    /// <summary>Ticks of the clock, then the offset in minutes.</summary>
    public static DateTimeOffset ReadDateTimeOffset(ref ReadOnlySpan<byte> input)
    {
        var ticks = ReadTicks(ref input, DateTime.MaxValue.Ticks);
        var minutes = Wire.Read<short>(ref input);
        var utcTicks = ticks - minutes * TimeSpan.TicksPerMinute;
        if (Math.Abs((int)minutes) > 14 * 60 || (ulong)utcTicks > (ulong)DateTime.MaxValue.Ticks)
            throw SerializationErrors.Damaged($"{ticks} ticks at an offset of {minutes} minutes, which is no time");

        return new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes));
    }
}
