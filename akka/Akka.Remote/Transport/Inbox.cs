namespace Akka.Remote.Transport;

using Akka.Remote.Protocol.Wire;

/// <summary>Does what the frames of one connection say.</summary>
internal sealed class Inbox(Remoting remoting, Connection connection)
{
    private readonly Association _association = connection.Association;
    private ulong _toAcknowledge;

    /// <summary>Handles all frames that are there whole; false when the connection is to end.</summary>
    public bool Handle(FrameReader reader)
    {
        _association.Heard();

        // While a new connection takes over from an old one, only one of them delivers.
        lock (_association.Delivering)
        {
            while (reader.TryTake(out var frame))
            {
                if (!Handle(frame))
                    return false;
            }
        }

        if (_toAcknowledge != 0)
        {
            _association.Answer(connection, remoting.Frames.Ack(_toAcknowledge, connection.PeerUid));
            _toAcknowledge = 0;
        }

        return true;
    }

    private bool Handle(ReadOnlySpan<byte> frame) =>
        frame[0] == EnvelopeCodec.EnvelopeTag ? HandleEnvelope(frame) : HandleControl(Frame.Parser.ParseFrom(frame));

    private bool HandleEnvelope(ReadOnlySpan<byte> frame)
    {
        if (!EnvelopeCodec.TryRead(frame, out var envelope))
            throw RemotingErrors.Protocol($"An envelope of {frame.Length} bytes is damaged.");
        if (connection.IsShutOut)
            return true;
        if (!_association.DeliversFrom(connection))
            return false;

        if (envelope.Sequence != 0)
        {
            _toAcknowledge = Math.Max(_toAcknowledge, envelope.Sequence);
            if (!_association.IsNext(envelope.Sequence))
                return true;
        }

        _association.Receiver.Deliver(envelope);
        return true;
    }

    private bool HandleControl(Frame frame)
    {
        switch (frame.KindCase)
        {
            case Frame.KindOneofCase.Ack:
                _association.Acknowledged(frame.Ack.Sequence, frame.Ack.Uid);
                return true;
            case Frame.KindOneofCase.Heartbeat:
                _association.AnswerHeartbeat(connection);
                return true;
            case Frame.KindOneofCase.Goodbye:
                connection.Goodbye = frame.Goodbye;
                return false;
            default:
                throw RemotingErrors.Protocol($"A frame was {frame.KindCase}, which has no place after the handshake.");
        }
    }
}
