namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Durations, by their ticks.</summary>
internal readonly struct TimeSpanKeyCodec : IKeyCodec<TimeSpan>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash(TimeSpan key) => KeyHash.OfWord((ulong)Canonical(key));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(TimeSpan left, TimeSpan right) => Canonical(left) == Canonical(right);

    public void Write(IBufferWriter<byte> output, TimeSpan key) => Wire.Write(output, Canonical(key));

    public TimeSpan Read(ref ReadOnlySpan<byte> input) => new(Wire.Read<long>(ref input));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Canonical(TimeSpan key) => key.Ticks;
}
