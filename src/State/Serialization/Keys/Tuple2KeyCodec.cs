namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Tuples of two items: one after the other.</summary>
/// <typeparam name="T1">The type of item 1.</typeparam>
/// <typeparam name="T2">The type of item 2.</typeparam>
/// <typeparam name="C1">The codec of item 1.</typeparam>
/// <typeparam name="C2">The codec of item 2.</typeparam>
internal readonly struct Tuple2KeyCodec<T1, T2, C1, C2> : IKeyCodec<(T1, T2)>
    where C1 : struct, IKeyCodec<T1>
    where C2 : struct, IKeyCodec<T2>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash((T1, T2) key) =>
        KeyHash.Combine(KeyHash.Combine(2U, default(C1).Hash(key.Item1)), default(C2).Hash(key.Item2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals((T1, T2) left, (T1, T2) right) =>
        default(C1).Equals(left.Item1, right.Item1)
        && default(C2).Equals(left.Item2, right.Item2);

    public void Write(IBufferWriter<byte> output, (T1, T2) key)
    {
        default(C1).Write(output, key.Item1);
        default(C2).Write(output, key.Item2);
    }

    public (T1, T2) Read(ref ReadOnlySpan<byte> input) => (default(C1).Read(ref input), default(C2).Read(ref input));
}
