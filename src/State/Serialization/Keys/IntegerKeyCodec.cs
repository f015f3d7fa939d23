namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

/// <summary>Integers and characters of up to 64 bits: their bytes in little-endian order; equal numbers of different widths hash
/// alike.</summary>
/// <typeparam name="T">The integer's type.</typeparam>
internal readonly struct IntegerKeyCodec<T> : IKeyCodec<T>
    where T : unmanaged, IBinaryInteger<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash(T key) => KeyHash.OfWord(ulong.CreateTruncating(key));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(T left, T right) => left == right;

    public void Write(IBufferWriter<byte> output, T key) => Wire.Write(output, key);

    public T Read(ref ReadOnlySpan<byte> input) => Wire.Read<T>(ref input);
}
