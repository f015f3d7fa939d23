namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Values that may be absent: a byte 0, or 1 and the value; a present value hashes like the value itself.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
internal readonly struct NullableKeyCodec<T, TCodec> : IKeyCodec<T?>
    where T : struct
    where TCodec : struct, IKeyCodec<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash(T? key) => key.HasValue ? default(TCodec).Hash(key.GetValueOrDefault()) : KeyHash.Null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(T? left, T? right) =>
        left.HasValue == right.HasValue && (!left.HasValue || default(TCodec).Equals(left.GetValueOrDefault(), right.GetValueOrDefault()));

    public void Write(IBufferWriter<byte> output, T? key)
    {
        Wire.WriteFlag(output, key.HasValue);
        if (key.HasValue)
            default(TCodec).Write(output, key.GetValueOrDefault());
    }

    public T? Read(ref ReadOnlySpan<byte> input) => Wire.ReadFlag(ref input) ? default(TCodec).Read(ref input) : null;
}
