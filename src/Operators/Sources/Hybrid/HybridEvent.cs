namespace Akka.Flink.Sources;

using System.Buffers.Binary;

/// <summary>What the enumerator and the readers of a <see cref="HybridSource{T}"/> tell each other.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="SourceIndex">Which source it is about, from 0.</param>
/// <param name="Data">What the source itself says.</param>
internal readonly record struct HybridEvent(HybridEventKind Kind, int SourceIndex, ReadOnlyMemory<byte> Data)
{
    private const int HeaderBytes = 1 + sizeof(int);

    /// <summary>Reads one.</summary>
    /// <param name="bytes">Its bytes.</param>
    public static HybridEvent Of(ReadOnlyMemory<byte> bytes) =>
        new((HybridEventKind)bytes.Span[0], BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[1..]), bytes[HeaderBytes..]);

    /// <summary>Its bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderBytes + Data.Length];
        bytes[0] = (byte)Kind;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), SourceIndex);
        Data.Span.CopyTo(bytes.AsSpan(HeaderBytes));
        return bytes;
    }
}
