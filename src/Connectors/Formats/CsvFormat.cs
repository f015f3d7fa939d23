namespace Akka.Flink.Formats;

/// <summary>Makes formats of CSV: one record on each line, its members in columns.</summary>
/// <remarks><para><b>Flink.</b> <c>CsvReaderFormat</c>, <c>CsvBulkWriter</c>.</para></remarks>
public static class CsvFormat
{
    /// <summary>CSV with commas, and a header that names the members in camelCase; it is read in any case and order.</summary>
    /// <typeparam name="T">The type of records: a record, or a class with settable properties.</typeparam>
    /// <returns>The format.</returns>
    /// <exception cref="JobException">A member of <typeparamref name="T"/> is of a type that no column can hold.</exception>
    public static CsvFormat<T> Of<T>() => Of<T>(new CsvOptions());

    /// <summary>CSV as options describe it.</summary>
    /// <typeparam name="T">The type of records: a record, or a class with settable properties.</typeparam>
    /// <param name="options">The options.</param>
    /// <returns>The format.</returns>
    /// <exception cref="JobException">A member of <typeparamref name="T"/> is of a type that no column can hold, or the separator may stand
    /// in a number or a date.</exception>
    public static CsvFormat<T> Of<T>(CsvOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!char.IsAscii(options.Separator) || char.IsAsciiLetterOrDigit(options.Separator) || "\"\r\n.:+-".Contains(options.Separator))
            throw FormatErrors.BadSeparator(options.Separator);

        return new CsvFormat<T>(options, CsvShape<T>.Create(options));
    }
}
