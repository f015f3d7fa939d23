namespace Akka.Flink.Runtime;

/// <summary>Records on their way to another node, as bytes.</summary>
/// <remarks>The sending task makes the bytes, and the receiving task reads the records out of them when it comes to them: what lies between
/// only looks at the head.</remarks>
internal sealed class DataFrame : ChannelMessage, IWireMessage
{
    /// <summary>How the serializer names its bytes.</summary>
    public const string Manifest = "D1";

    /// <summary>The most bytes of a frame, its head included.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>All of it, the head as well.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>Where the head ends.</summary>
    public required int ContentAt { get; init; }

    /// <summary>What is in it.</summary>
    public required FrameFlags Flags { get; init; }

    /// <summary>How many records it has; 1 in the pieces of a large one.</summary>
    public required int Count { get; init; }

    /// <summary>The watermark behind the records, if there is one.</summary>
    public required long WatermarkMs { get; init; }

    /// <summary>The columns.</summary>
    public ReadOnlySpan<byte> Content => Bytes.AsSpan(ContentAt);

    /// <summary>Whether something is in it.</summary>
    /// <param name="flag">What.</param>
    public bool Is(FrameFlags flag) => (Flags & flag) != 0;
}
