namespace Akka.Flink.State.OperatorState;

using System.Buffers;

/// <summary>What a key codec says of the keys of a broadcast map.</summary>
/// <typeparam name="TKey">The keys' type.</typeparam>
internal abstract class BroadcastKeys<TKey> : IEqualityComparer<TKey>
{
    /// <summary>That of the type's codec.</summary>
    public static readonly BroadcastKeys<TKey> Instance = KeyCodecs.Visit(new Maker());

    /// <inheritdoc/>
    public abstract bool Equals(TKey? x, TKey? y);

    /// <inheritdoc/>
    public abstract int GetHashCode(TKey obj);

    /// <summary>Writes a key.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="key">The key.</param>
    public abstract void Write(IBufferWriter<byte> output, TKey key);

    /// <summary>Reads a key.</summary>
    /// <param name="input">Bytes that begin with one.</param>
    public abstract TKey Read(ref ReadOnlySpan<byte> input);

    private sealed class Maker : IKeyCodecVisitor<TKey, BroadcastKeys<TKey>>
    {
        public BroadcastKeys<TKey> Visit<TCodec>(TCodec codec)
            where TCodec : struct, IKeyCodec<TKey> =>
            new OfCodec<TCodec>(codec);
    }

    private sealed class OfCodec<TCodec>(TCodec codec) : BroadcastKeys<TKey>
        where TCodec : struct, IKeyCodec<TKey>
    {
        private TCodec _codec = codec;

        public override bool Equals(TKey? x, TKey? y) => _codec.Equals(x!, y!);

        public override int GetHashCode(TKey obj) => (int)_codec.Hash(obj);

        public override void Write(IBufferWriter<byte> output, TKey key) => _codec.Write(output, key);

        public override TKey Read(ref ReadOnlySpan<byte> input) => _codec.Read(ref input);
    }
}
