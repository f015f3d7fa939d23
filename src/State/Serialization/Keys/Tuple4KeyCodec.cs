namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Tuples of four items: one after the other.</summary>
/// <typeparam name="T1">The type of item 1.</typeparam>
/// <typeparam name="T2">The type of item 2.</typeparam>
/// <typeparam name="T3">The type of item 3.</typeparam>
/// <typeparam name="T4">The type of item 4.</typeparam>
/// <typeparam name="C1">The codec of item 1.</typeparam>
/// <typeparam name="C2">The codec of item 2.</typeparam>
/// <typeparam name="C3">The codec of item 3.</typeparam>
/// <typeparam name="C4">The codec of item 4.</typeparam>
internal readonly struct Tuple4KeyCodec<T1, T2, T3, T4, C1, C2, C3, C4> : IKeyCodec<(T1, T2, T3, T4)>
    where C1 : struct, IKeyCodec<T1>
    where C2 : struct, IKeyCodec<T2>
    where C3 : struct, IKeyCodec<T3>
    where C4 : struct, IKeyCodec<T4>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash((T1, T2, T3, T4) key)
    {
        var hash = KeyHash.Combine(4U, default(C1).Hash(key.Item1));
        hash = KeyHash.Combine(hash, default(C2).Hash(key.Item2));
        hash = KeyHash.Combine(hash, default(C3).Hash(key.Item3));
        return KeyHash.Combine(hash, default(C4).Hash(key.Item4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals((T1, T2, T3, T4) left, (T1, T2, T3, T4) right) =>
        default(C1).Equals(left.Item1, right.Item1)
        && default(C2).Equals(left.Item2, right.Item2)
        && default(C3).Equals(left.Item3, right.Item3)
        && default(C4).Equals(left.Item4, right.Item4);

    public void Write(IBufferWriter<byte> output, (T1, T2, T3, T4) key)
    {
        default(C1).Write(output, key.Item1);
        default(C2).Write(output, key.Item2);
        default(C3).Write(output, key.Item3);
        default(C4).Write(output, key.Item4);
    }

    public (T1, T2, T3, T4) Read(ref ReadOnlySpan<byte> input) =>
        (default(C1).Read(ref input), default(C2).Read(ref input), default(C3).Read(ref input), default(C4).Read(ref input));
}
