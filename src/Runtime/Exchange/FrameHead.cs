namespace Akka.Flink.Runtime;

using System.Buffers.Binary;
using System.Text;

/// <summary>The heads of a channel's frames: attempt, channel, number, flags, count of records, watermark.</summary>
/// <remarks>Only the number and what follows it differ from frame to frame.</remarks>
internal sealed class FrameHead
{
    private const string What = "a frame of records";
    private const int MaxNumberBytes = 10;
    private const int MaxCountBytes = 5;

    private readonly AttemptId _attempt;
    private readonly ChannelId _channel;
    private readonly byte[] _fixed;

    /// <summary>The heads of a channel.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="channel">The channel.</param>
    public FrameHead(AttemptId attempt, ChannelId channel)
    {
        _attempt = attempt;
        _channel = channel;
        var writer = new WireWriter();
        writer.Write(attempt);
        writer.Write(channel);
        _fixed = writer.ToArray();
        MaxContent = DataFrame.MaxBytes - _fixed.Length - MaxNumberBytes - sizeof(FrameFlags) - MaxCountBytes - sizeof(long);
    }

    /// <summary>How many bytes are left for records.</summary>
    public int MaxContent { get; }

    /// <summary>Makes a frame; whoever asks fills in its content.</summary>
    /// <param name="sequence">Its number in the channel.</param>
    /// <param name="flags">What is in it.</param>
    /// <param name="count">How many records.</param>
    /// <param name="watermarkMs">The watermark behind them, if flags say that there is one.</param>
    /// <param name="contentBytes">How long its content is.</param>
    public DataFrame Make(long sequence, FrameFlags flags, int count, long watermarkMs, int contentBytes)
    {
        var length = _fixed.Length + Varints.Size((ulong)sequence) + sizeof(FrameFlags) + Varints.Size((ulong)count);
        if ((flags & FrameFlags.HasWatermark) != 0)
            length += sizeof(long);
        var bytes = GC.AllocateUninitializedArray<byte>(length + contentBytes);
        var at = _fixed.Length;
        _fixed.CopyTo(bytes, 0);
        at += Varints.Put(bytes.AsSpan(at), (ulong)sequence);
        bytes[at++] = (byte)flags;
        at += Varints.Put(bytes.AsSpan(at), (ulong)count);
        if ((flags & FrameFlags.HasWatermark) != 0)
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at), watermarkMs);

        return new DataFrame
        {
            Attempt = _attempt,
            Channel = _channel,
            Sequence = sequence,
            Bytes = bytes,
            ContentAt = length,
            Flags = flags,
            Count = count,
            WatermarkMs = watermarkMs,
        };
    }

    /// <summary>Reads a frame up to its content.</summary>
    /// <param name="bytes">The frame; it is kept.</param>
    /// <exception cref="JobException">It ends too early, or is none.</exception>
    public static DataFrame Read(byte[] bytes)
    {
        var reader = new WireReader(bytes, What);
        var attempt = reader.ReadAttemptId();
        var channel = reader.ReadChannel();
        var sequence = reader.ReadLong();
        var flags = (FrameFlags)reader.ReadByte();
        if ((flags & ~FrameFlags.All) != 0)
            throw WireErrors.Damaged(What, bytes.Length, $"flags {(byte)flags}, which are unknown");

        var count = reader.ReadInt();
        var watermarkMs = (flags & FrameFlags.HasWatermark) != 0 ? reader.ReadFixed() : 0;
        return new DataFrame
        {
            Attempt = attempt,
            Channel = channel,
            Sequence = sequence,
            Bytes = bytes,
            ContentAt = reader.Position,
            Flags = flags,
            Count = count,
            WatermarkMs = watermarkMs,
        };
    }
}
