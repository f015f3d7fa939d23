namespace Akka.Flink.State.Serialization.Values;

/// <summary>Moments: ticks of the clock, then the offset in minutes as 16 bits.</summary>
internal readonly struct DateTimeOffsetFormat : IFixedFormat<DateTimeOffset>
{
    public static int Size => sizeof(long) + sizeof(short);

    public static string Kind => "datetimeoffset";

    public static void Put(Span<byte> span, int offset, DateTimeOffset value)
    {
        Wire.Put(span, offset, value.Ticks);
        Wire.Put(span, offset + sizeof(long), (short)value.TotalOffsetMinutes);
    }

    public static DateTimeOffset Read(ref ReadOnlySpan<byte> input) => Times.ReadDateTimeOffset(ref input);
}
