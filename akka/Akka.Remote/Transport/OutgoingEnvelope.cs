namespace Akka.Remote.Transport;

using System.Text;

/// <summary>A message on its way into a frame.</summary>
internal readonly ref struct OutgoingEnvelope
{
    private readonly ReadOnlySpan<byte> _recipient;
    private readonly ReadOnlySpan<byte> _sender;
    private readonly ReadOnlySpan<byte> _payload;
    private readonly string _manifest;
    private readonly int _manifestLength;
    private readonly int _serializerId;
    private readonly ulong _sequence;
    private readonly int _fieldsLength;

    public OutgoingEnvelope(
        ReadOnlySpan<byte> recipient,
        ReadOnlySpan<byte> sender,
        int serializerId,
        string manifest,
        ReadOnlySpan<byte> payload,
        ulong sequence)
    {
        _recipient = recipient;
        _sender = sender;
        _payload = payload;
        _manifest = manifest;
        _manifestLength = Encoding.UTF8.GetByteCount(manifest);
        _serializerId = serializerId;
        _sequence = sequence;
        _fieldsLength = FieldSize(recipient.Length) + FieldSize(sender.Length) + FieldSize(_manifestLength) + FieldSize(payload.Length)
            + NumberSize((ulong)(long)serializerId) + NumberSize(sequence);
    }

    /// <summary>The length of the frame, without the four bytes before it.</summary>
    public int Length => 1 + EnvelopeCodec.VarintSize((ulong)_fieldsLength) + _fieldsLength;

    public void WriteTo(Span<byte> target)
    {
        target[0] = EnvelopeCodec.EnvelopeTag;
        target = target[1..];
        target = target[EnvelopeCodec.WriteVarint(target, (ulong)_fieldsLength)..];
        target = Write(target, EnvelopeCodec.RecipientTag, _recipient);
        target = Write(target, EnvelopeCodec.SenderTag, _sender);
        target = Write(target, EnvelopeCodec.SerializerIdTag, (ulong)(long)_serializerId);
        target = WriteManifest(target);
        target = Write(target, EnvelopeCodec.PayloadTag, _payload);
        Write(target, EnvelopeCodec.SequenceTag, _sequence);
    }

    private static int FieldSize(int length) => length == 0 ? 0 : 1 + EnvelopeCodec.VarintSize((ulong)length) + length;

    private static int NumberSize(ulong value) => value == 0 ? 0 : 1 + EnvelopeCodec.VarintSize(value);

    private static Span<byte> Write(Span<byte> target, byte tag, ulong value)
    {
        if (value == 0)
            return target;

        target[0] = tag;
        return target[(1 + EnvelopeCodec.WriteVarint(target[1..], value))..];
    }

    private static Span<byte> Write(Span<byte> target, byte tag, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
            return target;

        target = Write(target, tag, (ulong)bytes.Length);
        bytes.CopyTo(target);
        return target[bytes.Length..];
    }

    private Span<byte> WriteManifest(Span<byte> target)
    {
        if (_manifestLength == 0)
            return target;

        target = Write(target, EnvelopeCodec.ManifestTag, (ulong)_manifestLength);
        return target[Encoding.UTF8.GetBytes(_manifest, target)..];
    }
}
