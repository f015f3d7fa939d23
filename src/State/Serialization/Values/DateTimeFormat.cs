namespace Akka.Flink.State.Serialization.Values;

/// <summary>Times: ticks, and the kind in the two highest bits.</summary>
internal readonly struct DateTimeFormat : IFixedFormat<DateTime>
{
    public static int Size => 8;

    public static string Kind => "datetime";

    public static void Put(Span<byte> span, int offset, DateTime value) => Wire.Put(span, offset, Times.Bits(value));

    public static DateTime Read(ref ReadOnlySpan<byte> input) => Times.ReadDateTime(ref input);
}
