namespace Akka.Flink.State.Serialization.Values;

/// <summary>Durations: ticks.</summary>
internal readonly struct TimeSpanFormat : IFixedFormat<TimeSpan>
{
    public static int Size => 8;

    public static string Kind => "timespan";

    public static void Put(Span<byte> span, int offset, TimeSpan value) => Wire.Put(span, offset, value.Ticks);

    public static TimeSpan Read(ref ReadOnlySpan<byte> input) => new(Wire.Read<long>(ref input));
}
