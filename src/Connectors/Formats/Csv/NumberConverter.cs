namespace Akka.Flink.Formats;

using System.Globalization;

/// <summary>Numbers, and whatever else is parsed from bytes.</summary>
/// <typeparam name="T">The type of the member.</typeparam>
internal sealed class NumberConverter<T> : CsvConverter<T>
    where T : IUtf8SpanParsable<T>, IUtf8SpanFormattable
{
    public override T Read(ReadOnlySpan<byte> field, bool isQuoted) => T.Parse(field, CultureInfo.InvariantCulture);

    public override void Write(T value, CsvOutput output) => output.Write(value, default);
}
