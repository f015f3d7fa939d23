namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>The stable hash of keys, defined for ever: it decides to which key group, and so to which subtask, a key belongs.</summary>
/// <remarks>
/// <para>All arithmetic is modulo 2^64, <c>&gt;&gt;</c> is logical. <c>A = 0xff51afd7ed558ccd</c> and <c>B = 0xc4ceb9fe1a85ec53</c> are
/// the constants of
/// murmur3's 64-bit finalizer, <c>P = 0x9e3779b97f4a7c15</c>, and <c>fold(x)</c> is the exclusive or of both halves of the 128-bit
/// product <c>x * P</c>.</para>
/// <para><b>Words.</b> <c>mix(x)</c>: <c>x ^= x &gt;&gt; 33; x *= A; x ^= x &gt;&gt; 33; x *= B</c>; the upper 32 bits of <c>x</c> are
/// the hash.
/// Integers are sign- or zero-extended to 64 bits by their own type, so equal numbers of different widths hash alike.</para>
/// <para><b>Sequences of bytes</b>, and the UTF-16 code units of strings as little-endian bytes: <c>h = B ^ n</c>, where n is the
/// length in bytes; for each 8 bytes as a
/// little-endian word w, <c>h = fold(h ^ w)</c>; the remaining 1 to 7 bytes make a last word, filled up with zeros at the top; the hash
/// is <c>mix(h)</c>.</para>
/// <para><b>Composites.</b> <c>h</c> starts as the number of members; for the hash c of each member in order, <c>h</c> becomes the
/// lower 32 bits of <c>fold((h &lt;&lt; 32 | c) ^ A)</c>.</para>
/// <para><b>Null</b> hashes to <see cref="Null"/>, at any depth.</para>
/// </remarks>
internal static class KeyHash
{
    /// <summary>The hash of null.</summary>
    public const uint Null = 0x7feb352d;

    private const ulong A = 0xff51afd7ed558ccd;
    private const ulong B = 0xc4ceb9fe1a85ec53;
    private const ulong P = 0x9e3779b97f4a7c15;

    /// <summary>The hash of a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint OfWord(ulong word)
    {
        word ^= word >> 33;
        word *= A;
        word ^= word >> 33;
        word *= B;
        return (uint)(word >> 32);
    }

    /// <summary>The hash of two words, that of their 16 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint OfWords(ulong first, ulong second) => OfWord(Fold(Fold(B ^ 16 ^ first) ^ second));

    /// <summary>The hash of a composite so far, with one more member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Combine(uint hash, uint member) => (uint)Fold((((ulong)hash << 32) | member) ^ A);

    /// <summary>The hash of a string.</summary>
    public static uint OfString(string text)
    {
        ref var bytes = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text.AsSpan()));
        return BitConverter.IsLittleEndian ? OfBytes(ref bytes, text.Length * sizeof(char)) : OfSwapped(text);
    }

    /// <summary>The hash of a sequence of bytes.</summary>
    public static uint OfBytes(ReadOnlySpan<byte> bytes) => OfBytes(ref MemoryMarshal.GetReference(bytes), bytes.Length);

    private static uint OfBytes(ref byte start, int length)
    {
        var hash = B ^ (ulong)length;
        var offset = 0;
        for (; offset + sizeof(ulong) <= length; offset += sizeof(ulong))
            hash = Fold(hash ^ Word(ref Unsafe.Add(ref start, offset)));

        if (offset < length)
            hash = Fold(hash ^ LastWord(ref Unsafe.Add(ref start, offset), length - offset));

        return OfWord(hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong LastWord(ref byte start, int count)
    {
        var word = 0UL;
        for (var i = count - 1; i >= 0; i--)
            word = (word << 8) | Unsafe.Add(ref start, i);

        return word;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte start)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref start);
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong word)
    {
        var high = Math.BigMul(word, P, out var low);
        return high ^ low;
    }

    private static uint OfSwapped(string text)
    {
        var bytes = new byte[text.Length * sizeof(char)];
        for (var i = 0; i < text.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * sizeof(char)), text[i]);

        return OfBytes(bytes);
    }
}
