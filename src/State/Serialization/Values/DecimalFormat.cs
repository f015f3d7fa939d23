namespace Akka.Flink.State.Serialization.Values;

/// <summary>Decimals, with the number of their digits.</summary>
internal readonly struct DecimalFormat : IFixedFormat<decimal>
{
    public static int Size => Wire.DecimalSize;

    public static string Kind => "decimal";

    public static void Put(Span<byte> span, int offset, decimal value) => Wire.PutDecimal(span, offset, value);

    public static decimal Read(ref ReadOnlySpan<byte> input) => Wire.ReadDecimal(ref input);
}
