namespace Akka.Flink.State.Serialization.Values;

/// <summary>Dates: the number of the day.</summary>
internal readonly struct DateOnlyFormat : IFixedFormat<DateOnly>
{
    public static int Size => 4;

    public static string Kind => "date";

    public static void Put(Span<byte> span, int offset, DateOnly value) => Wire.Put(span, offset, value.DayNumber);

    public static DateOnly Read(ref ReadOnlySpan<byte> input) => Times.ReadDate(ref input);
}
