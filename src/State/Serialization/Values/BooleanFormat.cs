namespace Akka.Flink.State.Serialization.Values;

/// <summary>Booleans: a byte 0 or 1.</summary>
internal readonly struct BooleanFormat : IFixedFormat<bool>
{
    public static int Size => 1;

    public static string Kind => "boolean";

    public static void Put(Span<byte> span, int offset, bool value) => span[offset] = value ? (byte)1 : (byte)0;

    public static bool Read(ref ReadOnlySpan<byte> input) => Wire.ReadFlag(ref input);
}
