namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Numbers of single precision, by their bits, as in Flink: 0.0 and -0.0 are two keys, and every NaN is one. They hash like
/// the same number of double precision.</summary>
internal readonly struct SingleKeyCodec : IKeyCodec<float>
{
    private const int NaN = 0x7fc00000;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash(float key) => default(DoubleKeyCodec).Hash(key);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(float left, float right) => Canonical(left) == Canonical(right);

    public void Write(IBufferWriter<byte> output, float key) => Wire.Write(output, Canonical(key));

    public float Read(ref ReadOnlySpan<byte> input) => BitConverter.Int32BitsToSingle(Wire.Read<int>(ref input));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Canonical(float key) => float.IsNaN(key) ? NaN : BitConverter.SingleToInt32Bits(key);
}
