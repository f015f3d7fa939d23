namespace Akka.Flink.State.Timers;

using System.Buffers;
using Akka.Flink.State.Snapshots;

/// <summary>Timestamps as keys of a table in memory.</summary>
internal readonly struct TimestampCodec : IKeyCodec<long>
{
    /// <inheritdoc/>
    public uint Hash(long key) => (uint)key ^ (uint)(key >> 32);

    /// <inheritdoc/>
    public bool Equals(long left, long right) => left == right;

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output, long key) => Varint.WriteSigned(output, key);

    /// <inheritdoc/>
    public long Read(ref ReadOnlySpan<byte> input) => Varint.ReadSigned(ref input);
}
