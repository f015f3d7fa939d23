namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Dates, by the number of their day.</summary>
internal readonly struct DateOnlyKeyCodec : IKeyCodec<DateOnly>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash(DateOnly key) => KeyHash.OfWord((ulong)Canonical(key));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(DateOnly left, DateOnly right) => Canonical(left) == Canonical(right);

    public void Write(IBufferWriter<byte> output, DateOnly key) => Wire.Write(output, Canonical(key));

    public DateOnly Read(ref ReadOnlySpan<byte> input) => Values.Times.ReadDate(ref input);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Canonical(DateOnly key) => key.DayNumber;
}
