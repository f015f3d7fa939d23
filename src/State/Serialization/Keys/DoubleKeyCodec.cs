namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Numbers of double precision, by their bits, as in Flink: 0.0 and -0.0 are two keys, and every NaN is one.</summary>
internal readonly struct DoubleKeyCodec : IKeyCodec<double>
{
    private const long NaN = 0x7ff8000000000000;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash(double key) => KeyHash.OfWord((ulong)Canonical(key));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(double left, double right) => Canonical(left) == Canonical(right);

    public void Write(IBufferWriter<byte> output, double key) => Wire.Write(output, Canonical(key));

    public double Read(ref ReadOnlySpan<byte> input) => BitConverter.Int64BitsToDouble(Wire.Read<long>(ref input));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Canonical(double key) => double.IsNaN(key) ? NaN : BitConverter.DoubleToInt64Bits(key);
}
