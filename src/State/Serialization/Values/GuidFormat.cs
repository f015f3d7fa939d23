namespace Akka.Flink.State.Serialization.Values;

/// <summary>Guids: the bytes of <see cref="Guid.ToByteArray()"/>.</summary>
internal readonly struct GuidFormat : IFixedFormat<Guid>
{
    public static int Size => 16;

    public static string Kind => "guid";

    public static void Put(Span<byte> span, int offset, Guid value) => value.TryWriteBytes(span[offset..]);

    public static Guid Read(ref ReadOnlySpan<byte> input) => new(Wire.ReadBytes(ref input, 16));
}
