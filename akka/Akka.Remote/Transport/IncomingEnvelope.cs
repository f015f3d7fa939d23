namespace Akka.Remote.Transport;

/// <summary>A message as it lies in the receive buffer.</summary>
internal ref struct IncomingEnvelope
{
    public ReadOnlySpan<byte> Recipient;
    public ReadOnlySpan<byte> Sender;
    public ReadOnlySpan<byte> Manifest;
    public ReadOnlySpan<byte> Payload;
    public int SerializerId;

    /// <summary>Above 0: a system message, with its place in their sequence.</summary>
    public ulong Sequence;
}
