namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Tuples of three items: one after the other.</summary>
/// <typeparam name="T1">The type of item 1.</typeparam>
/// <typeparam name="T2">The type of item 2.</typeparam>
/// <typeparam name="T3">The type of item 3.</typeparam>
/// <typeparam name="C1">The codec of item 1.</typeparam>
/// <typeparam name="C2">The codec of item 2.</typeparam>
/// <typeparam name="C3">The codec of item 3.</typeparam>
internal readonly struct Tuple3KeyCodec<T1, T2, T3, C1, C2, C3> : IKeyCodec<(T1, T2, T3)>
    where C1 : struct, IKeyCodec<T1>
    where C2 : struct, IKeyCodec<T2>
    where C3 : struct, IKeyCodec<T3>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash((T1, T2, T3) key)
    {
        var hash = KeyHash.Combine(3U, default(C1).Hash(key.Item1));
        hash = KeyHash.Combine(hash, default(C2).Hash(key.Item2));
        return KeyHash.Combine(hash, default(C3).Hash(key.Item3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals((T1, T2, T3) left, (T1, T2, T3) right) =>
        default(C1).Equals(left.Item1, right.Item1)
        && default(C2).Equals(left.Item2, right.Item2)
        && default(C3).Equals(left.Item3, right.Item3);

    public void Write(IBufferWriter<byte> output, (T1, T2, T3) key)
    {
        default(C1).Write(output, key.Item1);
        default(C2).Write(output, key.Item2);
        default(C3).Write(output, key.Item3);
    }

    public (T1, T2, T3) Read(ref ReadOnlySpan<byte> input) =>
        (default(C1).Read(ref input), default(C2).Read(ref input), default(C3).Read(ref input));
}
