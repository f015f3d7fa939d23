namespace Akka.Flink.State.Serialization;

using System.Buffers;

/// <summary>Decimals: the four words of <see cref="decimal.GetBits(decimal)"/>, so that the number of digits is kept.</summary>
internal static partial class Wire
{
    /// <summary>How many bytes a decimal takes.</summary>
    public const int DecimalSize = 16;

    private const int ScaleMask = 0x00ff0000;
    private const int SignMask = 1 << 31;

    /// <summary>Puts a decimal into a span.</summary>
    public static void PutDecimal(Span<byte> span, int offset, decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        for (var i = 0; i < bits.Length; i++)
            Put(span, offset + i * sizeof(int), bits[i]);
    }

    /// <summary>Writes a decimal.</summary>
    public static void WriteDecimal(IBufferWriter<byte> output, decimal value)
    {
        PutDecimal(output.GetSpan(DecimalSize), 0, value);
        output.Advance(DecimalSize);
    }

    /// <summary>Reads a decimal.</summary>
    public static decimal ReadDecimal(ref ReadOnlySpan<byte> input)
    {
        Span<int> bits = stackalloc int[4];
        for (var i = 0; i < bits.Length; i++)
            bits[i] = Read<int>(ref input);

        var flags = bits[3];
        if ((flags & ~(ScaleMask | SignMask)) != 0 || (flags & ScaleMask) >> 16 > 28)
            throw SerializationErrors.Damaged($"the flags {flags:x8}, which no decimal has");

        return new decimal(bits);
    }
}
