namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Decimals by value: 1.0 and 1.00 are one key, read back with as few digits as it takes; zero has no sign.</summary>
/// <remarks>The bytes are those of <see cref="decimal.GetBits(decimal)"/> of the number without trailing zeros: low, middle, high,
/// flags.</remarks>
internal readonly struct DecimalKeyCodec : IKeyCodec<decimal>
{
    private const int Words = 4;
    private const int ScaleShift = 16;
    private const int ScaleMask = 0xff << ScaleShift;
    private const int SignMask = 1 << 31;

    // For more than 64 bits: dividing by one with 28 zeros behind the point takes all trailing zeros away.
    private const decimal One = 1.0000000000000000000000000000m;

    public uint Hash(decimal key)
    {
        Span<int> bits = stackalloc int[Words];
        Canonical(key, bits);
        return KeyHash.OfWords((uint)bits[0] | ((ulong)(uint)bits[1] << 32), (uint)bits[2] | ((ulong)(uint)bits[3] << 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(decimal left, decimal right) => left == right;

    public void Write(IBufferWriter<byte> output, decimal key)
    {
        Span<int> bits = stackalloc int[Words];
        Canonical(key, bits);
        Wire.Write(output, bits[0]);
        Wire.Write(output, bits[1]);
        Wire.Write(output, bits[2]);
        Wire.Write(output, bits[3]);
    }

    public decimal Read(ref ReadOnlySpan<byte> input) => Wire.ReadDecimal(ref input);

    private static void Canonical(decimal key, Span<int> bits)
    {
        decimal.GetBits(key, bits);
        var mantissa = (uint)bits[0] | ((ulong)(uint)bits[1] << 32);
        var scale = (bits[3] & ScaleMask) >> ScaleShift;
        if (bits[2] != 0)
        {
            if (scale > 0)
                decimal.GetBits(key / One, bits);
            return;
        }

        if (mantissa == 0)
        {
            bits[3] = 0;
            return;
        }

        for (; scale > 0 && mantissa % 10 == 0; scale--)
            mantissa /= 10;

        bits[0] = (int)mantissa;
        bits[1] = (int)(mantissa >> 32);
        bits[3] = (bits[3] & SignMask) | (scale << ScaleShift);
    }
}
