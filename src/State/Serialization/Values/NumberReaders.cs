namespace Akka.Flink.State.Serialization.Values;

/// <summary>Reads integers of a type that only a schema names.</summary>
internal static class NumberReaders
{
    /// <summary>The reader for a kind; null when the kind is no integer that an enum is made of.</summary>
    public static Reader<Int128>? For(string kind) => kind switch
    {
        "sbyte" => (ref ReadOnlySpan<byte> input) => Wire.Read<sbyte>(ref input),
        "byte" => (ref ReadOnlySpan<byte> input) => Wire.Read<byte>(ref input),
        "int16" => (ref ReadOnlySpan<byte> input) => Wire.Read<short>(ref input),
        "uint16" => (ref ReadOnlySpan<byte> input) => Wire.Read<ushort>(ref input),
        "int32" => (ref ReadOnlySpan<byte> input) => Wire.Read<int>(ref input),
        "uint32" => (ref ReadOnlySpan<byte> input) => Wire.Read<uint>(ref input),
        "int64" => (ref ReadOnlySpan<byte> input) => Wire.Read<long>(ref input),
        "uint64" => (ref ReadOnlySpan<byte> input) => Wire.Read<ulong>(ref input),
        _ => null,
    };
}
