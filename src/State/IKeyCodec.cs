namespace Akka.Flink.State;

using System.Buffers;

/// <summary>What makes values of a type keys: canonical form, hash, equality and bytes, defined together.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <remarks>
/// Implementations are structs without fields or with fields that are set by the registry of codecs, so that tables over them are compiled with direct calls. The hash never changes, not between processes, machines or releases: it decides which key group,
/// and so which subtask, a key belongs to. Two keys that are equal have the same hash and the same bytes.
/// </remarks>
public interface IKeyCodec<TKey>
{
    /// <summary>The stable hash.</summary>
    uint Hash(TKey key);

    /// <summary>Whether two keys are the same one.</summary>
    bool Equals(TKey left, TKey right);

    /// <summary>Writes the canonical form.</summary>
    void Write(IBufferWriter<byte> output, TKey key);

    /// <summary>Reads what <see cref="Write"/> wrote and moves <paramref name="input"/> behind it.</summary>
    TKey Read(ref ReadOnlySpan<byte> input);
}
