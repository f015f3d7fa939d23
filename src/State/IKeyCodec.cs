namespace Akka.Flink.State;

using System.Buffers;

/// <summary>What makes values of a type keys: canonical form, hash, equality and bytes, defined together.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <remarks>
/// Implementations are structs without fields or with fields that are set by the registry of codecs, so that tables over them are compiled
/// with direct calls. The hash never changes, not between processes, machines or releases: it decides which key group, and so which
/// subtask, a key belongs to. Two keys that are equal have the same hash and the same bytes.
/// </remarks>
public interface IKeyCodec<TKey>
{
    /// <summary>The stable hash of a key, all 32 bits of it well mixed.</summary>
    /// <param name="key">The key; null where the type allows it.</param>
    uint Hash(TKey key);

    /// <summary>Whether two keys are the same one.</summary>
    /// <param name="left">A key; null where the type allows it.</param>
    /// <param name="right">Another key, or the same one.</param>
    bool Equals(TKey left, TKey right);

    /// <summary>Writes the canonical form of a key: equal keys give equal bytes, and no others do.</summary>
    /// <param name="output">Where to; advanced by exactly the bytes of the key.</param>
    /// <param name="key">The key; null where the type allows it.</param>
    void Write(IBufferWriter<byte> output, TKey key);

    /// <summary>Reads what <see cref="Write"/> wrote and moves <paramref name="input"/> behind it.</summary>
    /// <param name="input">Bytes that begin with a key; others may follow.</param>
    /// <returns>A key equal to the one written.</returns>
    TKey Read(ref ReadOnlySpan<byte> input);
}
