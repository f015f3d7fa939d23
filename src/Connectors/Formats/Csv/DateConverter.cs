namespace Akka.Flink.Formats;

using System.Globalization;
using System.Text;

/// <summary>Dates and times.</summary>
/// <typeparam name="T">The type of the member.</typeparam>
/// <param name="parse">Reads one.</param>
/// <param name="format">Its format.</param>
internal sealed class DateConverter<T>(DateConverter<T>.Parser parse, string format) : CsvConverter<T>
    where T : IUtf8SpanFormattable
{
    private const int MaxLength = 64;

    /// <summary>Reads a value from text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="culture">The culture.</param>
    public delegate T Parser(ReadOnlySpan<char> text, CultureInfo culture);

    public override T Read(ReadOnlySpan<byte> field, bool isQuoted)
    {
        if (field.Length > MaxLength)
            throw FormatErrors.TooLong(MaxLength);

        Span<char> text = stackalloc char[MaxLength];
        return parse(text[..Encoding.UTF8.GetChars(field, text)], CultureInfo.InvariantCulture);
    }

    public override void Write(T value, CsvOutput output) => output.Write(value, format);
}
