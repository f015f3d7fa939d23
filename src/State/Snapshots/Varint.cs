namespace Akka.Flink.State.Snapshots;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Numbers in 7 bits a byte, the lowest first; signed ones by zigzag.</summary>
internal static class Varint
{
    private const int MaxLength = 10;

    /// <summary>Writes a number.</summary>
    /// <returns>How many bytes it took.</returns>
    public static int Write(Span<byte> target, ulong value)
    {
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            target[length++] = (byte)(value | 0x80);
        target[length++] = (byte)value;
        return length;
    }

    /// <summary>Writes a number in a given number of bytes, whether or not it needs them.</summary>
    public static void WritePadded(Span<byte> target, uint value, int length)
    {
        for (var i = 0; i < length - 1; i++, value >>= 7)
            target[i] = (byte)(value | 0x80);
        target[length - 1] = (byte)(value & 0x7F);
    }

    /// <summary>Writes a signed number.</summary>
    public static void WriteSigned(IBufferWriter<byte> output, long value) =>
        output.Advance(Write(output.GetSpan(MaxLength), (ulong)((value << 1) ^ (value >> 63))));

    /// <summary>Reads a number and moves <paramref name="input"/> behind it.</summary>
    /// <exception cref="IndexOutOfRangeException">The bytes end before the number does.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(ref ReadOnlySpan<byte> input)
    {
        var first = input[0];
        if (first < 0x80)
        {
            input = input[1..];
            return first;
        }

        return ReadLong(ref input);
    }

    /// <summary>Reads a signed number and moves <paramref name="input"/> behind it.</summary>
    public static long ReadSigned(ref ReadOnlySpan<byte> input)
    {
        var raw = Read(ref input);
        return (long)(raw >> 1) ^ -(long)(raw & 1);
    }

    private static ulong ReadLong(ref ReadOnlySpan<byte> input)
    {
        ulong value = 0;
        for (var i = 0; i < MaxLength; i++)
        {
            var next = input[i];
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next < 0x80)
            {
                input = input[(i + 1)..];
                return value;
            }
        }

        throw StateErrors.EndlessNumber(MaxLength);
    }
}
