namespace Akka.Remote.Transport;

using System.Buffers.Binary;

/// <summary>Cuts what comes from a connection into frames, in one buffer that grows to the largest frame seen.</summary>
/// <remarks>For one thread at a time.</remarks>
internal sealed class FrameReader(Stream stream, int maximumFrameSize, bool isLittleEndian)
{
    private const int FirstCapacity = 64 * 1024;

    private byte[] _buffer = new byte[FirstCapacity];
    private int _start;
    private int _end;

    /// <summary>Waits for more; false when the other side has ended the connection.</summary>
    public bool Fill()
    {
        MakeRoom();
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        if (read == 0 && _end > _start)
            throw RemotingErrors.Protocol($"The connection ended in the middle of a frame, after {_end - _start} bytes of it.");

        _end += read;
        return read > 0;
    }

    /// <summary>The next frame, without its length, if it is there whole; valid until <see cref="Fill"/>.</summary>
    public bool TryTake(out ReadOnlySpan<byte> frame)
    {
        frame = default;
        if (_end - _start < Frames.HeaderLength)
            return false;

        var length = FrameLength();
        if (_end - _start - Frames.HeaderLength < length)
            return false;

        frame = _buffer.AsSpan(_start + Frames.HeaderLength, length);
        _start += Frames.HeaderLength + length;
        return true;
    }

    private int FrameLength()
    {
        var header = _buffer.AsSpan(_start, Frames.HeaderLength);
        var length = isLittleEndian ? BinaryPrimitives.ReadInt32LittleEndian(header) : BinaryPrimitives.ReadInt32BigEndian(header);
        if (length <= 0 || length > maximumFrameSize)
        {
            throw RemotingErrors.Protocol(
                $"A frame says it is {(uint)length} bytes long. Allowed are 1 to {maximumFrameSize}: either what sends it is no Akka "
                + "system, or 'akka.remote.dot-netty.tcp.maximum-frame-size' is smaller here than there.");
        }

        return length;
    }

    private void MakeRoom()
    {
        var held = _end - _start;
        var needed = held >= Frames.HeaderLength ? Frames.HeaderLength + FrameLength() : 0;
        if (needed > _buffer.Length)
        {
            // Room for two, so that the second need not be moved.
            var larger = new byte[Math.Min(2L * needed, maximumFrameSize + Frames.HeaderLength)];
            _buffer.AsSpan(_start, held).CopyTo(larger);
            _buffer = larger;
        }
        else if (held > 0 && _start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, held);
        }

        _start = 0;
        _end = held;
    }
}
