namespace Akka.Flink.Runtime;

using System.Buffers.Binary;
using System.Text;
using Akka.Flink.State.Snapshots;

/// <summary>What a file of a <see cref="DirectoryChunkStore"/> begins with: that it is one, and whose, so that a renamed file
/// shows.</summary>
/// <remarks>"AFSG", version 1 (1 byte), length of the segment's name (1), the name, CRC-32C of all that (4).</remarks>
internal static class SegmentFileHeader
{
    private const byte Version = 1;
    private const int NameAt = 6;
    private const int CrcBytes = 4;

    private static ReadOnlySpan<byte> Magic => "AFSG"u8;

    /// <summary>How long the header of a segment is.</summary>
    /// <param name="segment">The segment, whose name is ASCII.</param>
    public static int LengthOf(SegmentId segment) => NameAt + segment.Value.Length + CrcBytes;

    /// <summary>The header of a segment.</summary>
    /// <param name="segment">The segment.</param>
    public static byte[] Make(SegmentId segment)
    {
        var header = new byte[LengthOf(segment)];
        Magic.CopyTo(header);
        header[Magic.Length] = Version;
        header[Magic.Length + 1] = (byte)segment.Value.Length;
        Encoding.ASCII.GetBytes(segment.Value, header.AsSpan(NameAt));
        var covered = header.AsSpan(0, header.Length - CrcBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(covered.Length), Crc32C.Of(covered));
        return header;
    }

    /// <summary>Compares what a file begins with.</summary>
    /// <param name="segment">The segment that it should be.</param>
    /// <param name="found">As many bytes as its header has, or as there are.</param>
    /// <returns>What is wrong, in a sentence; null when all is well.</returns>
    public static string? Check(SegmentId segment, ReadOnlySpan<byte> found)
    {
        if (found.Length > Magic.Length && found.StartsWith(Magic) && found[Magic.Length] > Version)
            return $"the file has format {found[Magic.Length]}, and this version reads {Version}.";
        return found.SequenceEqual(Make(segment)) ? null : "the file does not begin like the file of this segment.";
    }
}
