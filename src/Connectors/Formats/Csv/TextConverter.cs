namespace Akka.Flink.Formats;

using System.Text;

/// <summary>Text.</summary>
/// <param name="isNullable">Whether an empty column is null rather than an empty text.</param>
internal sealed class TextConverter(bool isNullable) : CsvConverter<string?>
{
    public override string? Read(ReadOnlySpan<byte> field, bool isQuoted) =>
        field.Length == 0 && !isQuoted && isNullable ? null : Encoding.UTF8.GetString(field);

    public override void Write(string? value, CsvOutput output)
    {
        if (value is not null)
            output.WriteText(value);
    }
}
