namespace Akka.Remote.Transport;

using System.Buffers.Binary;
using Akka.Actor;
using Akka.Remote.Protocol.Wire;
using Google.Protobuf;

/// <summary>The frames that carry no message; each with its length in front.</summary>
internal sealed class Frames(bool isLittleEndian)
{
    public const int HeaderLength = 4;
    public const uint Version = 1;

    public byte[] Heartbeat { get; } = Encode(new Frame { Heartbeat = new Heartbeat() }, isLittleEndian);

    public byte[] Hello(Address from, int uid, Address to)
    {
        var hello = new Hello { Version = Version, From = from.ToString(), Uid = uid, To = to?.ToString() ?? "" };
        return Encode(new Frame { Hello = hello }, isLittleEndian);
    }

    public byte[] Ack(ulong sequence, int uid) =>
        Encode(new Frame { Ack = new Ack { Sequence = sequence, Uid = uid } }, isLittleEndian);

    public byte[] Goodbye(Goodbye.Types.Reason reason, string detail = "") =>
        Encode(new Frame { Goodbye = new Goodbye { Reason = reason, Detail = detail } }, isLittleEndian);

    public byte[] Envelope(in OutgoingEnvelope envelope)
    {
        var frame = new byte[HeaderLength + envelope.Length];
        WriteLength(frame, envelope.Length, isLittleEndian);
        envelope.WriteTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    public static void WriteLength(Span<byte> target, int length, bool isLittleEndian)
    {
        if (isLittleEndian)
            BinaryPrimitives.WriteInt32LittleEndian(target, length);
        else
            BinaryPrimitives.WriteInt32BigEndian(target, length);
    }

    private static byte[] Encode(Frame frame, bool isLittleEndian)
    {
        var bytes = new byte[HeaderLength + frame.CalculateSize()];
        WriteLength(bytes, bytes.Length - HeaderLength, isLittleEndian);
        frame.WriteTo(bytes.AsSpan(HeaderLength));
        return bytes;
    }
}
