namespace Akka.Flink.State.Serialization.Values;

/// <summary>Times of the day: ticks.</summary>
internal readonly struct TimeOnlyFormat : IFixedFormat<TimeOnly>
{
    public static int Size => 8;

    public static string Kind => "time";

    public static void Put(Span<byte> span, int offset, TimeOnly value) => Wire.Put(span, offset, value.Ticks);

    public static TimeOnly Read(ref ReadOnlySpan<byte> input) => new(Times.ReadTicks(ref input, TimeOnly.MaxValue.Ticks));
}
