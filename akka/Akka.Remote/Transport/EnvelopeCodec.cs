namespace Akka.Remote.Transport;

/// <summary>Reads and writes the frames of messages, as <c>Wire.proto</c> describes them, without objects in between.</summary>
internal static class EnvelopeCodec
{
    /// <summary>How a frame with an envelope begins: field 1 of <c>Frame</c>, with a length.</summary>
    public const byte EnvelopeTag = 0x0A;

    public const byte RecipientTag = 0x0A;
    public const byte SenderTag = 0x12;
    public const byte SerializerIdTag = 0x18;
    public const byte ManifestTag = 0x22;
    public const byte PayloadTag = 0x2A;
    public const byte SequenceTag = 0x30;

    private const int MaxVarintLength = 10;

    public static int VarintSize(ulong value) => (70 - System.Numerics.BitOperations.LeadingZeroCount(value | 1)) / 7;

    public static int WriteVarint(Span<byte> target, ulong value)
    {
        var at = 0;
        while (value >= 0x80)
        {
            target[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[at++] = (byte)value;
        return at;
    }

    public static bool TryReadVarint(scoped ref ReadOnlySpan<byte> source, out ulong value)
    {
        value = 0;
        for (var i = 0; i < source.Length && i < MaxVarintLength; i++)
        {
            value |= (ulong)(source[i] & 0x7F) << (7 * i);
            if (source[i] < 0x80)
            {
                source = source[(i + 1)..];
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a frame that begins with <see cref="EnvelopeTag"/>; false when it is damaged.</summary>
    public static bool TryRead(ReadOnlySpan<byte> frame, out IncomingEnvelope envelope)
    {
        envelope = default;
        var fields = frame[1..];
        if (!TryReadVarint(ref fields, out var length) || length != (ulong)fields.Length)
            return false;

        while (fields.Length > 0)
        {
            var tag = fields[0];
            fields = fields[1..];
            var isRead = tag switch
            {
                RecipientTag => TryReadBytes(ref fields, out envelope.Recipient),
                SenderTag => TryReadBytes(ref fields, out envelope.Sender),
                SerializerIdTag => TryReadInt32(ref fields, out envelope.SerializerId),
                ManifestTag => TryReadBytes(ref fields, out envelope.Manifest),
                PayloadTag => TryReadBytes(ref fields, out envelope.Payload),
                SequenceTag => TryReadVarint(ref fields, out envelope.Sequence),
                _ => false,
            };
            if (!isRead)
                return false;
        }

        return envelope.Recipient.Length > 0;
    }

    private static bool TryReadInt32(scoped ref ReadOnlySpan<byte> source, out int value)
    {
        var isRead = TryReadVarint(ref source, out var number);
        value = (int)number;
        return isRead;
    }

    private static bool TryReadBytes(scoped ref ReadOnlySpan<byte> source, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (!TryReadVarint(ref source, out var length) || length > (ulong)source.Length)
            return false;

        bytes = source[..(int)length];
        source = source[(int)length..];
        return true;
    }
}
