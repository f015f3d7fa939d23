namespace Akka.Flink.Runtime;

using System.Buffers.Binary;
using System.Globalization;
using Akka.Flink.State.Snapshots;

/// <summary>What stands before each chunk in a store: its length and number, and the checksums of both parts.</summary>
/// <remarks>20 bytes, little-endian: length of the chunk (4), number (8), CRC-32C of the chunk (4), CRC-32C of these 16 bytes (4). The
/// header has a checksum of its own, so that a length can be trusted before that many bytes are read.</remarks>
internal static class ChunkFrame
{
    /// <summary>How long the header is.</summary>
    public const int HeaderBytes = 20;

    private const int NumberAt = 4;
    private const int ChunkCrcAt = 12;
    private const int HeaderCrcAt = 16;

    /// <summary>Writes the header of a chunk.</summary>
    /// <param name="header">Where to; at least <see cref="HeaderBytes"/> long.</param>
    /// <param name="number">The chunk's number.</param>
    /// <param name="chunk">The chunk.</param>
    public static void WriteHeader(Span<byte> header, long number, ReadOnlySpan<byte> chunk)
    {
        BinaryPrimitives.WriteInt32LittleEndian(header, chunk.Length);
        BinaryPrimitives.WriteInt64LittleEndian(header[NumberAt..], number);
        BinaryPrimitives.WriteUInt32LittleEndian(header[ChunkCrcAt..], Crc32C.Of(chunk));
        BinaryPrimitives.WriteUInt32LittleEndian(header[HeaderCrcAt..], Crc32C.Of(header[..HeaderCrcAt]));
    }

    /// <summary>Reads length and number.</summary>
    /// <param name="header">The header.</param>
    /// <param name="length">The chunk's length; not negative when the header is whole.</param>
    /// <param name="number">The chunk's number.</param>
    /// <returns>What is wrong with the header, in a sentence; null when it is whole.</returns>
    public static string? ReadHeader(ReadOnlySpan<byte> header, out int length, out long number)
    {
        length = BinaryPrimitives.ReadInt32LittleEndian(header);
        number = BinaryPrimitives.ReadInt64LittleEndian(header[NumberAt..]);
        var expected = BinaryPrimitives.ReadUInt32LittleEndian(header[HeaderCrcAt..]);
        var found = Crc32C.Of(header[..HeaderCrcAt]);
        if (found != expected)
            return Mismatch("its header has checksum", expected, found);
        return length < 0 ? string.Create(CultureInfo.InvariantCulture, $"its header says {length} bytes.") : null;
    }

    /// <summary>Compares a chunk with its header.</summary>
    /// <param name="header">The header, which is whole.</param>
    /// <param name="chunk">As many bytes as the header says.</param>
    /// <returns>What is wrong with the chunk, in a sentence; null when it is whole.</returns>
    public static string? Check(ReadOnlySpan<byte> header, ReadOnlySpan<byte> chunk)
    {
        var expected = BinaryPrimitives.ReadUInt32LittleEndian(header[ChunkCrcAt..]);
        var found = Crc32C.Of(chunk);
        return found == expected ? null : Mismatch("checksum", expected, found);
    }

    /// <summary>What to say of a chunk that stands where another belongs.</summary>
    /// <param name="found">The number in its header.</param>
    public static string WrongNumber(long found) => string.Create(CultureInfo.InvariantCulture, $"it says that it is chunk {found}.");

    /// <summary>What to say of a chunk that ends too early.</summary>
    /// <param name="expected">How many bytes there should be.</param>
    /// <param name="found">How many there are.</param>
    public static string CutOff(long expected, long found) =>
        string.Create(CultureInfo.InvariantCulture, $"it has {found} bytes instead of {expected}.");

    /// <summary>What to say of a checksum that is another one.</summary>
    /// <param name="what">Whose it is.</param>
    /// <param name="expected">What was written.</param>
    /// <param name="found">What the bytes have.</param>
    public static string Mismatch(string what, uint expected, uint found) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} {found:x8} instead of {expected:x8}.");
}
