namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Strings, by their UTF-16 code units; no normalization, no culture.</summary>
internal readonly struct StringKeyCodec : IKeyCodec<string?>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash(string? key) => key is null ? KeyHash.Null : KeyHash.OfString(key);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(string? left, string? right) => string.Equals(left, right);

    public void Write(IBufferWriter<byte> output, string? key) => Wire.WriteString(output, key);

    public string? Read(ref ReadOnlySpan<byte> input) => Wire.ReadString(ref input);
}
