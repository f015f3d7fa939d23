namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;

/// <summary>Records, anonymous types, plain structs and tuples: their members one after the other, behind a byte 0 or 1 for null where
/// the type is a class.</summary>
/// <typeparam name="T">The key's type.</typeparam>
internal readonly struct CompositeKeyCodec<T> : IKeyCodec<T>
{
    public uint Hash(T key) => CompiledKey<T>.Hash(key);

    public bool Equals(T left, T right) => CompiledKey<T>.AreEqual(left, right);

    public void Write(IBufferWriter<byte> output, T key) => CompiledKey<T>.Write(output, key);

    public T Read(ref ReadOnlySpan<byte> input) => CompiledKey<T>.Read(ref input);
}
