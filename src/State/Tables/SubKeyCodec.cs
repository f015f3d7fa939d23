namespace Akka.Flink.State.Tables;

using System.Buffers;
using System.Numerics;

/// <summary>Equality of keys below slots. The hash is for tables in memory only.</summary>
/// <typeparam name="T">The key's type.</typeparam>
/// <typeparam name="TCodec">The key's codec.</typeparam>
/// <param name="codec">The key's codec.</param>
internal struct SubKeyCodec<T, TCodec>(TCodec codec) : IKeyCodec<SubKey<T>>
    where TCodec : struct, IKeyCodec<T>
{
    private TCodec _codec = codec;

    /// <inheritdoc/>
    public uint Hash(SubKey<T> key) => ((uint)key.Parent * 0x9E3779B1) ^ BitOperations.RotateLeft(_codec.Hash(key.Sub), 15);

    /// <inheritdoc/>
    public bool Equals(SubKey<T> left, SubKey<T> right) => left.Parent == right.Parent && _codec.Equals(left.Sub, right.Sub);

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output, SubKey<T> key) => _codec.Write(output, key.Sub);

    /// <inheritdoc/>
    public SubKey<T> Read(ref ReadOnlySpan<byte> input) => new(-1, _codec.Read(ref input));
}
