namespace Akka.Flink.Formats;

/// <summary>Values that may be missing: an empty column.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="inner">Reads and writes one that is there.</param>
internal sealed class NullableConverter<T>(CsvConverter<T> inner) : CsvConverter<T?>
    where T : struct
{
    public override T? Read(ReadOnlySpan<byte> field, bool isQuoted) => field.Length == 0 ? null : inner.Read(field, isQuoted);

    public override void Write(T? value, CsvOutput output)
    {
        if (value is { } present)
            inner.Write(present, output);
    }
}
