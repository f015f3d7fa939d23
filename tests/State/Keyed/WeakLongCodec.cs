namespace Akka.Flink.State.Tests.Keyed;

using System.Buffers;

/// <summary>A codec with a bad hash: a few values only, in a few bits.</summary>
internal struct WeakLongCodec : IKeyCodec<long>
{
    public readonly uint Hash(long key) => (uint)(key & 7) << 20;

    public readonly bool Equals(long left, long right) => left == right;

    public readonly void Write(IBufferWriter<byte> output, long key) => default(LongCodec).Write(output, key);

    public readonly long Read(ref ReadOnlySpan<byte> input) => default(LongCodec).Read(ref input);
}
