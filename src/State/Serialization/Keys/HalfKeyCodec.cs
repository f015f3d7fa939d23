namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Numbers of half precision, by their bits: 0.0 and -0.0 are two keys, and every NaN is one. They hash like the same number
/// of double precision.</summary>
internal readonly struct HalfKeyCodec : IKeyCodec<Half>
{
    private const short NaN = 0x7e00;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash(Half key) => default(DoubleKeyCodec).Hash((double)key);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(Half left, Half right) => Canonical(left) == Canonical(right);

    public void Write(IBufferWriter<byte> output, Half key) => Wire.Write(output, Canonical(key));

    public Half Read(ref ReadOnlySpan<byte> input) => BitConverter.Int16BitsToHalf(Wire.Read<short>(ref input));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static short Canonical(Half key) => Half.IsNaN(key) ? NaN : BitConverter.HalfToInt16Bits(key);
}
