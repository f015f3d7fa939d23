namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Moments, by their ticks in UTC: moments that are equal with different offsets are one key, which is read back with offset
/// zero.</summary>
internal readonly struct DateTimeOffsetKeyCodec : IKeyCodec<DateTimeOffset>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash(DateTimeOffset key) => KeyHash.OfWord((ulong)Canonical(key));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(DateTimeOffset left, DateTimeOffset right) => Canonical(left) == Canonical(right);

    public void Write(IBufferWriter<byte> output, DateTimeOffset key) => Wire.Write(output, Canonical(key));

    public DateTimeOffset Read(ref ReadOnlySpan<byte> input) =>
        new(Values.Times.ReadTicks(ref input, DateTime.MaxValue.Ticks), TimeSpan.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Canonical(DateTimeOffset key) => key.UtcTicks;
}
