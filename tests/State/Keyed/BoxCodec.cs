namespace Akka.Flink.State.Tests.Keyed;

using System.Buffers;

/// <summary>The bytes of a <see cref="Box"/>.</summary>
internal struct BoxCodec : IKeyCodec<Box>
{
    public readonly uint Hash(Box key) => throw new NotSupportedException("A box is no key.");

    public readonly bool Equals(Box left, Box right) => left.Content == right.Content;

    public readonly void Write(IBufferWriter<byte> output, Box key) => default(LongCodec).Write(output, key.Content);

    public readonly Box Read(ref ReadOnlySpan<byte> input) => new() { Content = default(LongCodec).Read(ref input) };
}
