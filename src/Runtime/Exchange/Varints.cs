namespace Akka.Flink.Runtime;

using System.Numerics;

/// <summary>Numbers of variable length: seven bits a byte, lowest first, the highest bit saying that another byte follows.</summary>
internal static class Varints
{
    /// <summary>The most bytes of a number.</summary>
    public const int MaxBytes = 10;

    /// <summary>How many bytes a number takes.</summary>
    /// <param name="value">The number.</param>
    public static int Size(ulong value) => (70 - BitOperations.LeadingZeroCount(value | 1)) / 7;

    /// <summary>Puts a number at the start of a span.</summary>
    /// <param name="target">The span.</param>
    /// <param name="value">The number.</param>
    /// <returns>How many bytes it took.</returns>
    public static int Put(Span<byte> target, ulong value)
    {
        var size = 0;
        for (; value >= 0x80; value >>= 7)
            target[size++] = (byte)(value | 0x80);

        target[size] = (byte)value;
        return size + 1;
    }

    /// <summary>Reads a number.</summary>
    /// <param name="input">Begins with the number; moved behind it.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether it was whole.</returns>
    public static bool TryTake(ref ReadOnlySpan<byte> input, out ulong value)
    {
        value = 0;
        for (var i = 0; i < input.Length && i < MaxBytes; i++)
        {
            value |= (ulong)(input[i] & 0x7f) << (7 * i);
            if (input[i] >= 0x80)
                continue;

            input = input[(i + 1)..];
            return true;
        }

        return false;
    }

    /// <summary>A number of either sign as one that is small when it is near zero.</summary>
    /// <param name="value">The number.</param>
    public static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    /// <summary>The number of either sign.</summary>
    /// <param name="value">What <see cref="ZigZag"/> made of it.</param>
    public static long UnZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);
}
