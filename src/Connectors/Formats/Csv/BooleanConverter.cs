namespace Akka.Flink.Formats;

using System.Text;

/// <summary><c>true</c> and <c>false</c>, in any case.</summary>
internal sealed class BooleanConverter : CsvConverter<bool>
{
    public override bool Read(ReadOnlySpan<byte> field, bool isQuoted)
    {
        if (Ascii.EqualsIgnoreCase(field, "true"u8))
            return true;

        return Ascii.EqualsIgnoreCase(field, "false"u8) ? false : throw FormatErrors.NoBoolean();
    }

    public override void Write(bool value, CsvOutput output) => output.WriteText(value ? "true" : "false");
}
