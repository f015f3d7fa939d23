namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Booleans: one byte, 0 or 1.</summary>
internal readonly struct BooleanKeyCodec : IKeyCodec<bool>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash(bool key) => KeyHash.OfWord(Canonical(key));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(bool left, bool right) => Canonical(left) == Canonical(right);

    public void Write(IBufferWriter<byte> output, bool key) => Wire.Write(output, Canonical(key));

    public bool Read(ref ReadOnlySpan<byte> input) => Wire.Read<byte>(ref input) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Canonical(bool key) => key ? (byte)1 : (byte)0;
}
