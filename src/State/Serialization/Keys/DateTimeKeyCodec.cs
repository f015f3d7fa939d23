namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Times by ticks and kind, which are what they are written as: a time in UTC and the same one without a kind are two
/// keys.</summary>
internal readonly struct DateTimeKeyCodec : IKeyCodec<DateTime>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash(DateTime key) => KeyHash.OfWord((ulong)Canonical(key));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(DateTime left, DateTime right) => Canonical(left) == Canonical(right);

    public void Write(IBufferWriter<byte> output, DateTime key) => Wire.Write(output, Canonical(key));

    public DateTime Read(ref ReadOnlySpan<byte> input) => Values.Times.ReadDateTime(ref input);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Canonical(DateTime key) => key.Ticks | ((long)key.Kind << 62);
}
