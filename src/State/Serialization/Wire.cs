namespace Akka.Flink.State.Serialization;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>The smallest parts of every format: numbers in little-endian order, lengths as varints, strings.</summary>
/// <remarks>
/// A varint holds 7 bits a byte, lowest first, the highest bit of a byte saying that another follows.
/// Reading moves the input behind what was read, and never past its end: a truncated or damaged input is a <see cref="StateException"/>.
/// </remarks>
internal static partial class Wire
{
    /// <summary>The most bytes a length takes.</summary>
    public const int MaxLengthSize = 5;

    /// <summary>Puts a number into a span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put<T>(Span<byte> span, int offset, T value)
        where T : unmanaged
    {
        var bytes = span.Slice(offset, Unsafe.SizeOf<T>());
        Unsafe.WriteUnaligned(ref bytes[0], value);
        if (!BitConverter.IsLittleEndian)
            bytes.Reverse();
    }

    /// <summary>Writes a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<T>(IBufferWriter<byte> output, T value)
        where T : unmanaged
    {
        Put(output.GetSpan(Unsafe.SizeOf<T>()), 0, value);
        output.Advance(Unsafe.SizeOf<T>());
    }

    /// <summary>Reads a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read<T>(ref ReadOnlySpan<byte> input)
        where T : unmanaged
    {
        if (input.Length < Unsafe.SizeOf<T>())
            throw SerializationErrors.Truncated(Unsafe.SizeOf<T>(), input.Length);

        var value = BitConverter.IsLittleEndian
            ? Unsafe.ReadUnaligned<T>(in input[0])
            : ReadSwapped<T>(input);
        input = input[Unsafe.SizeOf<T>()..];
        return value;
    }

    /// <summary>Writes whether a value follows.</summary>
    public static void WriteFlag(IBufferWriter<byte> output, bool isPresent) => Write(output, isPresent ? (byte)1 : (byte)0);

    /// <summary>Reads whether a value follows.</summary>
    public static bool ReadFlag(ref ReadOnlySpan<byte> input)
    {
        var flag = Read<byte>(ref input);
        return flag <= 1 ? flag == 1 : throw SerializationErrors.Damaged($"a byte {flag} where 0 or 1 is due");
    }

    /// <summary>Writes bytes as they are.</summary>
    public static void WriteBytes(IBufferWriter<byte> output, ReadOnlySpan<byte> bytes) => output.Write(bytes);

    /// <summary>Reads so many bytes.</summary>
    public static ReadOnlySpan<byte> ReadBytes(ref ReadOnlySpan<byte> input, int count)
    {
        if ((uint)count > (uint)input.Length)
            throw SerializationErrors.Truncated(count, input.Length);

        var bytes = input[..count];
        input = input[count..];
        return bytes;
    }

    /// <summary>Writes a length or count.</summary>
    public static void WriteLength(IBufferWriter<byte> output, uint length) =>
        output.Advance(PutLength(output.GetSpan(MaxLengthSize), length));

    /// <summary>Puts a length or count into a span.</summary>
    /// <returns>How many bytes it took.</returns>
    public static int PutLength(Span<byte> span, uint length)
    {
        var size = 0;
        for (; length >= 0x80; length >>= 7)
            span[size++] = (byte)(length | 0x80);

        span[size] = (byte)length;
        return size + 1;
    }

    /// <summary>Reads a length or count.</summary>
    public static uint ReadLength(ref ReadOnlySpan<byte> input)
    {
        if (!input.IsEmpty && input[0] < 0x80)
        {
            uint first = input[0];
            input = input[1..];
            return first;
        }

        return ReadLongLength(ref input);
    }

    private static uint ReadLongLength(ref ReadOnlySpan<byte> input)
    {
        var length = 0UL;
        for (var i = 0; i < MaxLengthSize; i++)
        {
            if (i >= input.Length)
                throw SerializationErrors.Truncated(i + 1, input.Length);

            length |= (ulong)(input[i] & 0x7f) << (7 * i);
            if (input[i] >= 0x80)
                continue;
            if (length > uint.MaxValue)
                break;

            input = input[(i + 1)..];
            return (uint)length;
        }

        throw SerializationErrors.Damaged("a length of more than 32 bits");
    }

    private static T ReadSwapped<T>(ReadOnlySpan<byte> input)
        where T : unmanaged
    {
        Span<byte> bytes = stackalloc byte[Unsafe.SizeOf<T>()];
        input[..bytes.Length].CopyTo(bytes);
        bytes.Reverse();
        return Unsafe.ReadUnaligned<T>(in bytes[0]);
    }
}
