namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Times of the day, by their ticks.</summary>
internal readonly struct TimeOnlyKeyCodec : IKeyCodec<TimeOnly>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash(TimeOnly key) => KeyHash.OfWord((ulong)Canonical(key));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(TimeOnly left, TimeOnly right) => Canonical(left) == Canonical(right);

    public void Write(IBufferWriter<byte> output, TimeOnly key) => Wire.Write(output, Canonical(key));

    public TimeOnly Read(ref ReadOnlySpan<byte> input) => new(Values.Times.ReadTicks(ref input, TimeOnly.MaxValue.Ticks));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Canonical(TimeOnly key) => key.Ticks;
}
