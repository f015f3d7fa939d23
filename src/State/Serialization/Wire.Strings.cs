namespace Akka.Flink.State.Serialization;

using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

/// <summary>Strings: a varint head, then the text.</summary>
/// <remarks>
/// Head 0 is null; else head - 1 is the length in bytes times two, plus 1 when the text is not valid UTF-16 (a lone surrogate) and so is
/// written as little-endian code units; all other text is UTF-8.
/// Which of the two depends on the text alone, so equal strings have equal bytes.
/// </remarks>
internal static partial class Wire
{
    // Strings that have a head of one byte: of ASCII, 63 * 2 + 1 = 127; of any characters, three bytes each, 20 * 3 * 2 + 1 = 121.
    private const int ShortAsciiLength = 63;
    private const int ShortLength = 20;
    private const int SliceLength = 1024;

    /// <summary>Writes a string or null.</summary>
    public static void WriteString(IBufferWriter<byte> output, string? text)
    {
        if (text is null)
        {
            Write(output, (byte)0);
            return;
        }

        if (text.Length <= ShortAsciiLength && TryWriteAscii(output, text))
            return;
        if (text.Length <= ShortLength && TryWriteShort(output, text))
            return;

        WriteLong(output, text);
    }

    /// <summary>Reads a string or null.</summary>
    public static string? ReadString(ref ReadOnlySpan<byte> input)
    {
        var head = ReadLength(ref input);
        if (head == 0)
            return null;

        var bytes = ReadBytes(ref input, (int)((head - 1) >> 1));
        return ((head - 1) & 1) == 0 ? Encoding.UTF8.GetString(bytes) : FromCodeUnits(bytes);
    }

    /// <summary>Moves the input behind a string or null.</summary>
    public static void SkipString(ref ReadOnlySpan<byte> input)
    {
        var head = ReadLength(ref input);
        if (head > 0)
            ReadBytes(ref input, (int)((head - 1) >> 1));
    }

    private static bool TryWriteAscii(IBufferWriter<byte> output, string text)
    {
        var span = output.GetSpan(1 + text.Length);
        if (Ascii.FromUtf16(text, span[1..], out var size) != OperationStatus.Done)
            return false;

        span[0] = (byte)(size * 2 + 1);
        output.Advance(size + 1);
        return true;
    }

    private static bool TryWriteShort(IBufferWriter<byte> output, string text)
    {
        var span = output.GetSpan(1 + 3 * ShortLength);
        if (Utf8.FromUtf16(text, span[1..], out _, out var size, replaceInvalidSequences: false) != OperationStatus.Done)
            return false;

        span[0] = (byte)(size * 2 + 1);
        output.Advance(size + 1);
        return true;
    }

    private static void WriteLong(IBufferWriter<byte> output, string text)
    {
        if (!IsWellFormed(text))
        {
            WriteLength(output, checked((uint)text.Length * 4 + 2));
            foreach (var unit in text)
                Write(output, (ushort)unit);
            return;
        }

        WriteLength(output, checked((uint)Encoding.UTF8.GetByteCount(text) * 2 + 1));
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var slice = rest[..Math.Min(rest.Length, SliceLength)];
            var isLast = slice.Length == rest.Length;
            Utf8.FromUtf16(slice, output.GetSpan(3 * SliceLength), out var read, out var size, replaceInvalidSequences: false,
                isFinalBlock: isLast);
            output.Advance(size);
            rest = rest[read..];
        }
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;

            i++;
        }

        return true;
    }

    private static string FromCodeUnits(ReadOnlySpan<byte> bytes)
    {
        var units = new char[bytes.Length / sizeof(char)];
        for (var i = 0; i < units.Length; i++)
            units[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * sizeof(char))..]);

        return new string(units);
    }
}
